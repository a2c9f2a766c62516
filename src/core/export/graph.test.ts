import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GraphExperiment } from '../experiment/graphExperiment.ts'
import { differentiate } from '../graphs/differentiate.ts'
import references from '../graphs/graphs.torch.json'
import type { Point } from '../graphs/passes.ts'
import { name } from '../language/expression.ts'
import { print } from '../language/print.ts'
import { gradientCsv, graphCsv } from './graphCsv.ts'
import { treesOf } from './test/randomLoss.ts'
import { runScripts, torchVersion } from './test/torch.ts'
import { torchScript } from './torch/script.ts'

const lecture: GraphExperiment = {
  lab: 'graph',
  f: '2*(x*y + max(z, w))',
  start: { x: 3, y: -4, z: 2, w: -1 },
}
const differentiated = ({ f, start = {} }: GraphExperiment) => differentiate(f, start)

test('the nodes as a table', () => {
  expect(graphCsv(differentiated(lecture))).toBe(`node,operation,inputs,value,adjoint
0,constant,,2,-10
1,input,,3,-8
2,input,,-4,6
3,*,1 2,-12,2
4,input,,2,2
5,input,,-1,0
6,max,4 5,2,2
7,+,3 6,-10,2
8,*,0 7,-20,1
`)
})

test('the variables as a table', () => {
  expect(gradientCsv(differentiated(lecture), lecture.start ?? {}, 'f')).toBe(
    'name,value,gradient\nw,-1,0\nx,3,-8\ny,-4,6\nz,2,2\nf,-20,1\n',
  )
})

test('the script reads as if a person had written it', () => {
  expect(torchScript(lecture)).toContain(`def function(w, x, y, z):
    return 2*(x*y + torch.maximum(z, w))`)
  expect(torchScript(lecture)).toContain(`x = torch.tensor(3.0, requires_grad=True)`)
  expect(torchScript(lecture)).toContain('f.backward()')
})

const letters = ['a', 'b', 'c', 'd', 'x', 'y', 'z', 'x1']
const random = fc.sample(
  fc.tuple(
    treesOf(fc.constantFrom(...letters.map(name)), 4),
    fc.tuple(...letters.map(() => fc.integer({ min: -3000, max: 3000 }))),
  ),
  { seed: 13, numRuns: 150 },
)
const experiments: GraphExperiment[] = [
  ...references.map(({ f, start }) => ({ f, start: JSON.parse(JSON.stringify(start)) as Point })),
  ...random.map(([tree, numbers]) => {
    const f = print(tree)
    const names = letters.filter((letter) => new RegExp(`\\b${letter}\\b`).test(f))
    // Whole numbers now and then: where kinks and ties are.
    const start = names.map((letter) => {
      const number = numbers[letters.indexOf(letter)] ?? 0
      return [letter, number % 3 ? number / 1000 : Math.round(number / 1000)] as const
    })
    return { f, start: start.length ? Object.fromEntries(start) : { x: 1 } }
  }),
].map((experiment) => ({ lab: 'graph', ...experiment }))

describe.runIf(torchVersion)(`scripts print the same under PyTorch ${torchVersion}`, () => {
  const answers = torchVersion ? runScripts(experiments.map(torchScript)) : []
  test.each(experiments.map((experiment, i) => [experiment.f, experiment, answers[i]] as const))(
    '%s',
    (_, experiment, answer) => {
      expect(answer?.error).toBe('')
      const cells = (text: string) => text.split('\n').map((line) => line.split(','))
      const ours = cells(gradientCsv(differentiated(experiment), experiment.start ?? {}, 'f'))
      const theirs = cells(answer?.out ?? '')
      expect(theirs.map(([row]) => row)).toEqual(ours.map(([row]) => row))
      for (const [i, row] of ours.entries())
        for (const [j, cell] of row.entries()) {
          const [a, b] = [Number(cell), Number(theirs[i]?.[j])]
          if (i === 0 || j === 0 || Object.is(a, b)) continue
          expect(Math.abs(a - b), `${row}: ${theirs[i]}`).toBeLessThan(
            1e-12 * (1 + Math.abs(a)) + 1e-12,
          )
        }
    },
  )
})

test.skipIf(torchVersion)('Skipped: no Python with PyTorch was found', () => {})
