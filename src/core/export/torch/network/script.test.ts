import { describe, expect, test } from 'vitest'
import type { NetworkExperiment } from '../../../experiment/networkExperiment.ts'
import { prepareNetwork } from '../../../experiment/networkPrepare.ts'
import { type Training, trainNetwork } from '../../../runs/trainNetwork.ts'
import { networkCsv } from '../../networkCsv.ts'
import { stateDict } from '../../stateDict.ts'
import { runScripts, torchVersion } from '../../test/torch.ts'
import { trainings } from '../../test/trainings.ts'
import { torchScript } from '../script.ts'

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((row) => row.split(','))

/** How far the numbers of a table are from ours, relative to them. */
function apart(ours: string, theirs = ''): number {
  const [expected, found] = [rowsOf(ours), rowsOf(theirs)]
  const keys = (rows: typeof expected) => rows.map(([run, epoch]) => [run, epoch])
  expect(keys(found)).toEqual(keys(expected))
  const distances = expected.slice(1).flatMap((row, r) =>
    row.slice(2).map((text, k) => {
      const other = found[r + 1]?.[k + 2] ?? ''
      if (text === other) return 0
      if (text === '' || other === '') return Number.POSITIVE_INFINITY
      return Math.abs(Number(text) - Number(other)) / Math.abs(Number(text))
    }),
  )
  return Math.max(0, ...distances)
}

const cases = Object.entries(trainings)
const isSingle = (name: string) => name.includes('single precision')
const weighted: NetworkExperiment = trainings['weights that were set'] ?? {}

const { weights: _, ...fresh } = weighted

const trained = (experiment: NetworkExperiment) => trainNetwork(experiment)[0] as Training
const parametersAfter = (experiment: NetworkExperiment) =>
  trained(experiment).parameters.map((tensor) => [...tensor])

/** Five batches in an epoch, then two. */
const changing: NetworkExperiment = {
  ...{ lab: 'network', data: { kind: 'linear', n: 40 }, split: 1, layers: [4], shuffle: false },
  ...{ batch: 8, epochs: 6, runs: [{ optimizer: 'sgd', hyper: { lr: 0.02 } }] },
}
const changes = [
  { at: 15, hyper: { lr: 0.05 } },
  { at: 15, batch: 20 },
]

describe.runIf(torchVersion)('every script of a training prints what is computed here', () => {
  const { architecture } = prepareNetwork(fresh)
  const file = stateDict(architecture, parametersAfter({ ...fresh, epochs: 0 }))
  // The script itself would begin with zeros.
  const beside = `open('weights.json', 'w').write('''${file}''')
${torchScript({ ...fresh, init: 'zeros' })}
os.remove('weights.json')`
  const scripts = [
    ...cases.map(([, experiment]) => torchScript(experiment)),
    torchScript(weighted).replace('0.125', '0.126'),
    beside,
    torchScript({ ...changing, changes }),
    torchScript({
      ...changing,
      shuffle: true,
      runs: [
        { optimizer: 'adam', schedule: { kind: 'exponential', gamma: 0.9 } },
        { optimizer: 'lion', hyper: { lr: 0.01 } },
      ],
      changes: [...changes, { at: 3, run: 1, hyper: { lr: 0.02, weight_decay: 0.1 } }],
    }),
  ]
  const answers = torchVersion ? runScripts(scripts) : []
  const [otherwise, fromFile, changed, several] = answers.slice(cases.length)

  test.each(cases.map(([name, experiment], i) => [name, experiment, answers[i]] as const))(
    '%s',
    (name, experiment, answer) => {
      expect(answer?.error).toBe('')
      const distance = apart(networkCsv(trainNetwork(experiment)), answer?.out)
      expect(distance).toBeLessThan(isSingle(name) ? 1e-4 : 1e-9)
    },
  )

  test('what is computed otherwise would be noticed', () => {
    expect(apart(networkCsv(trainNetwork(weighted)), otherwise?.out)).toBeGreaterThan(1e-4)
  })

  test('weights beside the script are what it begins with', () => {
    expect(fromFile?.error).toBe('')
    expect(apart(networkCsv(trainNetwork(fresh)), fromFile?.out)).toBeLessThan(1e-5)
  })

  test('after a change it goes on with another rate and other batches', () => {
    expect(changed?.error).toBe('')
    const before = { ...changing, epochs: 3 }
    const after = {
      ...before,
      batch: 20,
      weights: parametersAfter(before),
      runs: [{ optimizer: 'sgd', hyper: { lr: 0.05 } }],
    }
    const ours = [...trained(before).losses, ...trained(after).losses.slice(1)]
    const theirs = rowsOf(changed?.out ?? '').slice(1)
    expect(theirs).toHaveLength(ours.length)
    for (const [epoch, loss] of ours.entries())
      expect(Math.abs(Number(theirs[epoch]?.[2]) - loss) / loss).toBeLessThan(1e-5)
  })

  test('schedules and optimizers of our own change, too', () => {
    expect(several?.error).toBe('')
    expect(rowsOf(several?.out ?? '')).toHaveLength(1 + 2 * 7)
  })
})

test.skipIf(torchVersion)('Skipped: no Python with PyTorch was found', () => {})

describe('the script of a training has only what it needs', () => {
  const of = (name: string) => torchScript(trainings[name] ?? {})

  test('full batches are not dealt, and what is not drawn needs no generator', () => {
    expect(of('the lecture’s program, smaller')).not.toContain('def batches')
    expect(of('no hidden layer, zeros')).toContain('nn.init.zeros_(p)')
    const counted = Object.keys(trainings).find((name) => name.includes('generator')) ?? ''
    expect(of(counted)).toContain('1664525')
    expect(of(counted)).not.toContain('philox')
  })

  test('linear layers have even numbers, with dropout too', () => {
    expect(of('dropout in batches')).toContain(`            nn.Linear(2, 9),
            nn.Sequential(nn.ReLU(), Dropout(0.3, 0)),
            nn.Linear(9, 7),
            nn.Sequential(nn.Identity(), Dropout(0.3, 1)),
            nn.Linear(7, 2),`)
  })

  test('Muon has the matrices and AdamW the rest, whatever PyTorch has; both change in the loop', () => {
    const runs = [
      { optimizer: 'muon', hyper: { lr: 0.02 }, schedule: { kind: 'exponential', gamma: 0.9 } },
    ]
    const script = torchScript({ ...changing, runs })
    expect(script).not.toContain('torch.optim.Muon')
    expect(
      script,
    ).toContain(`optimizer = Muon([p for p in model.parameters() if p.ndim == 2], lr=0.02)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.9)
bias_optimizer = torch.optim.AdamW([p for p in model.parameters() if p.ndim != 2], lr=0.02)
bias_scheduler = torch.optim.lr_scheduler.ExponentialLR(bias_optimizer, gamma=0.9)`)
    expect(script).toContain(`        optimizer.step()
        bias_optimizer.step()
        scheduler.step()
        bias_scheduler.step()`)
    const changed = torchScript({ ...changing, runs: [{ optimizer: 'muon' }], changes })
    expect(changed).toContain('            bias_optimizer.param_groups[0].update(lr=0.05)')
  })

  test('what changes stands in the loop', () => {
    expect(
      torchScript({ ...changing, changes }),
    ).toContain(`        if step == 15:  # changed while it trained
            optimizer.param_groups[0].update(lr=0.05)
        optimizer.zero_grad()`)
  })
})
