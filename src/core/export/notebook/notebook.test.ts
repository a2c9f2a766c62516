import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Experiment } from '../../experiment/experiment.ts'
import { type GraphExperiment, isOfGraph, prepareGraph } from '../../experiment/graphExperiment.ts'
import { isOfNetwork, type NetworkExperiment } from '../../experiment/networkExperiment.ts'
import { backward, forward } from '../../graphs/passes.ts'
import { runExperiment } from '../../runs/runExperiment.ts'
import { trainNetwork } from '../../runs/trainNetwork.ts'
import { trainings } from '../test/trainings.ts'
import { notebook } from './notebook.ts'

const adam: Experiment = {
  f: 'tanhsin',
  start: [8],
  steps: 15,
  runs: [{ optimizer: 'adam', hyper: { lr: 2 } }],
}
const lecture: GraphExperiment = {
  lab: 'graph',
  f: '2*(x*y + max(z, w))',
  start: { x: 3, y: -4, z: 2, w: -1 },
}

const twice = 'a graph that uses one node again and again'

/** Of every kind: one variable and two, methods, schedules, rules of one's own, noise, what diverges, graphs. */
const experiments: Readonly<Record<string, Experiment | GraphExperiment | NetworkExperiment>> = {
  'one variable': adam,
  'a race in the plane': {
    f: 'rosenbrock',
    start: [-1.5, 2],
    steps: 60,
    runs: [
      { optimizer: 'sgd', hyper: { lr: 0.0005, momentum: 0.9, nesterov: true } },
      { optimizer: 'adam', hyper: { lr: 0.05 }, schedule: { kind: 'exponential', gamma: 0.99 } },
    ],
  },
  'a method, a mistake, a rule of one’s own': {
    f: 'soda',
    start: [1.5],
    steps: 12,
    runs: [
      { optimizer: 'lbfgs', hyper: { lr: 2 }, bugs: ['stale-closure'] },
      { optimizer: 'newton' },
      { optimizer: 'custom', rule: 'm = beta*m + g; x = x - lr*m', hyper: { beta: 0.9, lr: 0.1 } },
    ],
  },
  'noise, and a variable called f': {
    f: 'f^2 + y^2/4',
    start: [2, -1],
    steps: 30,
    noise: 0.5,
    seed: 3,
  },
  'a descent that diverges': {
    f: 'x^4',
    start: [3],
    steps: 30,
    runs: [{ optimizer: 'sgd', hyper: { lr: 0.5 } }],
  },
  'what has no value in places': { f: 'sqrt(x) + ln(y)', start: [2, 2], steps: 9 },
  'nothing but a constant': { f: '3', start: [1], steps: 2 },
  'the lecture’s graph': lecture,
  'a graph with ties, conditions and constants': {
    lab: 'graph',
    f: 'where(x > 2*3, x^pi, max(x, y, 2)) + relu(f)/(2*3)',
    start: { x: 2, y: 2, f: 0 },
  },
  [twice]: { lab: 'graph', f: 'x*x + sin(x)', start: { x: 3 } },
  'a graph of one node': { lab: 'graph', f: 'x', start: { x: 3 } },
  'a graph of a constant': { lab: 'graph', f: '3', start: { x: 1 } },
  ...trainings,
}

interface File {
  readonly nbformat: number
  readonly nbformat_minor: number
  readonly cells: readonly {
    readonly cell_type: string
    readonly id: string
    readonly source: readonly string[]
  }[]
}
const read = (experiment: Experiment | GraphExperiment | NetworkExperiment) =>
  JSON.parse(notebook(experiment)) as File

test.each(Object.entries(experiments))(
  'of %s the file has the form of nbformat 4.5',
  (_, experiment) => {
    const { cells, ...file } = read(experiment)
    expect(file).toMatchObject({ nbformat: 4, nbformat_minor: 5 })
    expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length)
    for (const { id, source, cell_type } of cells) {
      expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/)
      expect(['markdown', 'code']).toContain(cell_type)
      expect(source.join('').trim()).not.toBe('')
      for (const line of source.slice(0, -1)) expect(line).toMatch(/^[^\n]*\n$/)
    }
  },
)

const python = process.env.PYTHON || '/usr/bin/python3'
const needs = 'import torch, numpy, matplotlib'
const canRun = spawnSync(python, ['-c', needs]).status === 0

/** Runs the cells one after the other, as a notebook does, draws each frame of the film, and prints what came of it. */
const runner = `
import json, sys, warnings
import matplotlib
matplotlib.use('Agg')
import matplotlib.pyplot as plt
warnings.simplefilter('ignore')
try:
    import nbformat
except ImportError:
    nbformat = None
answers = []
for path in sys.argv[1:]:
    with open(path) as file:
        notebook = json.load(file)
    if nbformat:
        nbformat.validate(nbformat.from_dict(notebook))
    space = {}
    for cell in notebook['cells']:
        if cell['cell_type'] == 'code':
            exec(''.join(cell['source']), space)
    answer = {'pictures': len(plt.get_fignums())}
    if 'paths' in space:
        answer['paths'] = space['paths']
        frames = space['frames']
        for frame in frames[:2] + frames[-1:]:
            space['until'](frame)
    elif 'curves' in space:
        answer['curves'] = space['curves']
        answer['last'] = {run: max(film) for run, film in space['films'].items()}
        for frame in space['frames'][:2] + space['frames'][-1:]:
            space['until'](frame)
    else:
        def shown(frame):
            space['until'](frame)
            return [text.get_text() for text in space['place'].texts if text.get_text()]
        answer['frames'] = [shown(frame) for frame in space['frames']]
        answer['local'] = [[*edge, slopes] for edge, slopes in space['local'].items()]
        answer['nodes'] = {name: [node.item(), space['gradient'](node)] for name, node in space['nodes'].items()}
    answers.append(answer)
    plt.close('all')
json.dump(answers, sys.stderr)
`

interface Answer {
  readonly pictures: number
  readonly paths?: Readonly<Record<string, readonly (readonly number[])[]>>
  /** Loss, validation, accuracy of each epoch. */
  readonly curves?: Readonly<Record<string, readonly (readonly (number | null)[])[]>>
  /** The epoch of the last picture. */
  readonly last?: Readonly<Record<string, number>>
  readonly nodes?: Readonly<Record<string, readonly number[]>>
  /** What is written in each frame of the film of a graph. */
  readonly frames?: readonly (readonly string[])[]
  readonly local?: readonly (readonly [start: number, end: number, slopes: readonly number[]])[]
}

/** A frame for each stage, and on the edges what our own backward pass has. */
function checkGraph(experiment: GraphExperiment, answer: Answer | undefined) {
  const { graph, point, stages } = prepareGraph(experiment)
  const { partials } = backward(graph, forward(graph, point))
  expect(answer?.frames).toHaveLength(stages.length)
  for (const [start, end, slopes] of answer?.local ?? []) {
    const ours = [...(partials[end] ?? [])].filter((_, k) => graph.nodes[end]?.inputs[k] === start)
    for (const [k, slope] of slopes.entries()) expect(slope).toBeCloseTo(ours[k] ?? NaN, 9)
  }
}

/** The curves that are computed here. */
function checkTraining(experiment: NetworkExperiment, answer: Answer | undefined) {
  for (const { label, losses } of trainNetwork(experiment)) {
    const theirs = answer?.curves?.[label]?.map(([loss]) => loss) ?? []
    expect(theirs).toHaveLength(losses.length)
    for (const [epoch, loss] of losses.entries())
      expect(Math.abs(Number(theirs[epoch]) - loss)).toBeLessThan(1e-5 * loss)
    expect(answer?.last?.[label]).toBe(losses.length - 1)
  }
}

describe.runIf(canRun)('every cell runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'descent-'))
  const paths = Object.values(experiments).map((experiment, i) => {
    const path = join(folder, `${i}.ipynb`)
    writeFileSync(path, notebook(experiment))
    return path
  })
  const { stderr } = canRun
    ? spawnSync(python, ['-c', runner, ...paths], { encoding: 'utf8', cwd: folder })
    : { stderr: '[]' }
  // Python writes numbers that JSON has not.
  const answers = (): readonly Answer[] =>
    JSON.parse(stderr.slice(stderr.indexOf('[{')).replace(/-?Infinity|NaN/g, 'null'))

  test.each(Object.entries(experiments).map(([name, it], i) => [name, it, i] as const))(
    'of %s',
    (_, experiment, i) => {
      expect(stderr).toMatch(/\[\{.*\}\]$/)
      const answer = answers()[i]
      expect(answer?.pictures).toBeGreaterThan(0)
      if (isOfGraph(experiment)) {
        checkGraph(experiment, answer)
        return
      }
      if (isOfNetwork(experiment)) {
        checkTraining(experiment, answer)
        return
      }
      for (const { label, x, f } of runExperiment(experiment)) {
        const d = x.length / f.length
        // Python goes on until nothing is finite.
        const row = answer?.paths?.[label]?.[f.length - 1] ?? []
        const ours = [...x.slice(-d), f.at(-1) as number]
        for (const [k, value] of ours.entries())
          if (Number.isFinite(value))
            expect(Math.abs((row[k] ?? NaN) - value) / (1 + Math.abs(value))).toBeLessThan(1e-9)
      }
    },
  )

  test('the lecture’s graph has the lecture’s numbers', () => {
    const i = Object.values(experiments).indexOf(lecture)
    expect(answers()[i]?.nodes).toEqual({
      x: [3, -8],
      y: [-4, 6],
      v1: [-12, 2],
      z: [2, 2],
      w: [-1, 0],
      v2: [2, 2],
      v3: [-10, 2],
      f: [-20, 1],
    })
  })

  test('its film goes forward, then backward, operation by operation', () => {
    const { frames = [], local } = answers()[Object.values(experiments).indexOf(lecture)] ?? {}
    const added = frames.map((frame, i) => {
      const before = [...(frames[i - 1] ?? [])]
      return frame
        .filter((text) => {
          const at = before.indexOf(text)
          if (at >= 0) before.splice(at, 1)
          return at < 0
        })
        .sort()
    })
    // Values alone, then where the way back begins, then each time the local derivatives and what arrives.
    expect(added.slice(1)).toEqual([
      ['-12'],
      ['2'],
      ['-10'],
      ['-20'],
      ['1'],
      ['2', '2'],
      ['1', '1', '2', '2'],
      ['0', '0', '1', '2'],
      ['-4', '-8', '3', '6'],
    ])
    expect(local).toHaveLength(7)
  })

  test('what is used twice has both derivatives on its edge, and a sum that grows', () => {
    const { frames = [], local } = answers()[Object.keys(experiments).indexOf(twice)] ?? {}
    expect(local).toContainEqual([0, 1, [3, 3]])
    const [before, last] = frames.slice(-2)
    expect(before).toContain('-0.989992')
    expect(last).toEqual(expect.arrayContaining(['3 + 3', '5.01001']))
    expect(last).not.toContain('-0.989992')
  })
})

test.skipIf(canRun)('Skipped: no Python with torch, numpy and matplotlib was found', () => {})
