import { expect, test } from 'vitest'
import { adam } from '../../../core/optimizers/adam.ts'
import { lion } from '../../../core/optimizers/lion.ts'
import { muon } from '../../../core/optimizers/muon.ts'
import { noteOn } from './note.ts'

test('a note says where an optimizer is in PyTorch and how exactly it computes', () => {
  expect(noteOn(adam, 35)).toBe('torch.optim.Adam, checked against PyTorch; in double precision')
  expect(noteOn(adam, 132_000)).toMatch(/; in single precision$/)
  expect(noteOn(lion, 35)).toBe('Not in torch.optim; in double precision')
})

test('what only moves matrices says what moves the rest', () => {
  expect(noteOn(muon, 35)).toBe(
    'torch.optim.Muon for weight matrices, checked against the published algorithm; biases by AdamW; in double precision',
  )
})
