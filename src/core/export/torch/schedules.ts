// How a run's schedule comes into the script: PyTorch's own scheduler where there is one, else a class from its lines.
import type { Run } from '../../experiment/prepare.ts'
import type { Schedule } from '../../schedules/schedule.ts'
import { warmup } from '../../schedules/warmup.ts'
import { argumentsIn, listed } from './arguments.ts'
import type { Leg } from './legs.ts'
import type { Place } from './optimizers.ts'
import { cycledBy } from './rules.ts'
import { scheduleText } from './schedule-class.ts'

export interface Scheduler {
  /** Makes it, from the name `optimizer`. */
  readonly call: string
  /** PyTorch's set the rate of the next step behind a step, ours that of a step before it. */
  readonly step: 'before' | 'after' | 'after, told the loss'
  readonly isOwn: boolean
  /** Whether it is one of ours that takes over what the one before it remembers. */
  readonly remembers: boolean
}

const module = 'torch.optim.lr_scheduler'

/**
 * The scheduler of a leg, if its run has a schedule.
 * @param isBranched whether its optimizer goes on from another run, so that the count does not begin here
 */
export function schedulerOf(leg: Leg, place: Place, isBranched: boolean): Scheduler | undefined {
  const { run } = leg
  if (!run.schedule) return undefined
  const { schedule, isWarmed } = run.schedule
  const calm = isBranched || (schedule && !isTorchs(schedule, run, isWarmed))
  if (calm) return ownScheduler(leg, place)
  const after = (call: string): Scheduler => ({
    call,
    step: 'after',
    isOwn: false,
    remembers: false,
  })
  const warm = isWarmed ? warmUp(run, place) : undefined
  if (!schedule) return warm === undefined ? undefined : after(warm)
  const main = mainCall(schedule, run, place)
  if (schedule.id === 'plateau')
    return { call: main, step: 'after, told the loss', isOwn: false, remembers: false }
  if (!warm) return after(main)
  return after(`${module}.SequentialLR(optimizer, [
    ${warm},
    ${main},
], milestones=[${run.settings['warmup.steps']}])`)
}

function ownScheduler(leg: Leg, { definitions }: Place): Scheduler {
  const { schedule, isWarmed } = leg.run.schedule as NonNullable<Run['schedule']>
  const title = [isWarmed ? warmup.name : '', schedule?.name ?? ''].filter(Boolean).join(', then ')
  const { text, given, remembers } = scheduleText(leg, title)
  const name = definitions.add('Schedule', text)
  return { call: `${name}(optimizer${given})`, step: 'before', isOwn: true, remembers }
}

/** The lecture's two, as functions of the count. */
const formulas: Readonly<Record<string, (decay: string) => string>> = {
  'inverse-sqrt': () => 'lambda k: 1/math.sqrt(k + 1)',
  'exp-decay': (decay) => `lambda k: math.exp(-${decay}*k)`,
}

function mainCall(schedule: Schedule, run: Run, place: Place): string {
  const settings = inside(run, 'schedule.')
  const lists = run.schedule?.lists ?? {}
  const given = argumentsIn(
    schedule.hyper,
    { settings, lists },
    { ...place, lr: Number(run.settings.lr) },
    ['total_steps'],
  )
  const formula = formulas[schedule.id]
  if (formula) return `${module}.LambdaLR(optimizer, ${formula(given.get('k') ?? '')})`
  return `${module}.${schedule.torch}(${['optimizer', listed(given)].filter(Boolean).join(', ')})`
}

function warmUp(run: Run, place: Place): string {
  const settings = inside(run, 'warmup.')
  const given = argumentsIn(warmup.hyper, { settings }, { ...place, lr: Number.NaN })
  const { steps, ...rest } = Object.fromEntries(given)
  const all = new Map([
    ...Object.entries(rest),
    ...(steps ? [['total_iters', steps] as const] : []),
  ])
  return `${module}.LinearLR(${['optimizer', listed(all)].filter(Boolean).join(', ')})`
}

/** Settings of a scope by their bare names. */
const inside = ({ settings }: Run, scope: string) =>
  Object.fromEntries(
    Object.entries(settings)
      .filter(([n]) => n.startsWith(scope))
      .map(([n, value]) => [n.slice(scope.length), value]),
  )

/** Whether PyTorch's scheduler does the same, in every version and with the warm-up. */
function isTorchs(schedule: Schedule, run: Run, isWarmed: boolean): boolean {
  const { id, torch } = schedule
  if (!torch) return id in formulas
  // These set the optimizer's learning rate themselves, or are told the loss: SequentialLR cannot join them.
  if (isWarmed && ['cyclic', 'one-cycle', 'plateau'].includes(id)) return false
  const cycled = cycledBy(run)
  const { hyper } = run.optimizer
  // PyTorch 1 cycles no β₁ here.
  if (cycled && id === 'cyclic' && cycled !== 'momentum') return false
  const isKnown = cycled === 'momentum' || (cycled === 'beta1' && Object.hasOwn(hyper, 'betas'))
  if (cycled && !isKnown) return false
  return !breaksTorch(id, inside(run, 'schedule.'))
}

/** Where PyTorch would divide by 0. */
function breaksTorch(id: string, settings: Run['settings']): boolean {
  if (id === 'constant') return settings.factor === 0
  if (id === 'cyclic') return settings.shrinking === true && Number(settings.gamma) > 1
  if (id !== 'one-cycle') return false
  const { pct_start, total_steps, three_phase } = settings as Readonly<Record<string, number>>
  const up = Number(pct_start) * Number(total_steps) - 1
  const down = three_phase ? 2 * up : Number(total_steps) - 1
  return up === 0 || down === up || (Boolean(three_phase) && down === Number(total_steps) - 1)
}
