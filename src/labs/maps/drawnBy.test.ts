import { expect, test } from 'vitest'
import { drawnBy } from './drawnBy.ts'

test('a map says who sketches it, and who has when it is exact', () => {
  expect(drawnBy([{ by: 'WebGPU', share: 0.2 }])).toBe(
    'Sketch by the graphics card (WebGPU, float32).',
  )
  expect(drawnBy([{ by: 'WebAssembly', share: 1 }])).toBe(
    'Exact (float64), sketched by WebAssembly (float32).',
  )
})

test('what has no sketch says nothing of one', () => {
  expect(drawnBy([])).toBe('')
  expect(drawnBy([{ by: undefined, share: 1 }])).toBe('Exact (float64).')
  expect(drawnBy([{ by: undefined, share: 0.5 }])).not.toMatch(/sketch/i)
})

test('several maps name all who were at work, each once', () => {
  const words = drawnBy([
    { by: 'WebGPU', share: 1 },
    { by: 'WebAssembly', share: 0.5 },
    { by: 'WebGPU', share: 1 },
  ])
  expect(words).toBe('Sketch by the graphics card (WebGPU, float32) and by WebAssembly (float32).')
})
