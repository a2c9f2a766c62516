// A run without what is refused of it.
import type { RunSpec } from '../../core/experiment/experiment.ts'

/** What may be left out of a run: each as a function that leaves it out. */
type Cut = (run: RunSpec) => RunSpec

function without<T extends object, K extends PropertyKey>(value: T, key: K): T {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== key)) as T
}

/** Single arguments first, whole parts last. */
function cutsOf(run: RunSpec): Cut[] {
  const { hyper = {}, schedule, bugs = [] } = run
  const arguments_ = Object.keys(hyper).map(
    (key): Cut =>
      (spec) => ({ ...spec, hyper: without(spec.hyper ?? {}, key) }),
  )
  const scheduled = Object.keys(schedule ?? {}).map(
    (key): Cut =>
      (spec) =>
        spec.schedule ? { ...spec, schedule: without(spec.schedule, key) } : spec,
  )
  const bugged = bugs.map(
    (bug): Cut =>
      (spec) => ({ ...spec, bugs: (spec.bugs ?? []).filter((other) => other !== bug) }),
  )
  const whole = (['bugs', 'from', 'schedule', 'rule'] as const)
    .filter((key) => run[key] !== undefined)
    .map(
      (key): Cut =>
        (spec) =>
          without(spec, key),
    )
  return [...arguments_, ...scheduled, ...bugged, ...whole]
}

/**
 * The run that can start and keeps as much as possible.
 * @param judge what is wrong with a run, if anything
 */
export function mendRun(
  said: RunSpec,
  judge: (run: RunSpec) => string | undefined,
): { readonly run?: RunSpec; readonly complaints: readonly string[] } {
  const complaints: string[] = []
  let run = said
  let cuts = cutsOf(said)
  for (let complaint = judge(run); complaint; complaint = judge(run)) {
    complaints.push(complaint)
    const cut = cutFor(run, cuts, judge, complaint)
    if (!cut) return { complaints }
    run = cut(run)
    cuts = cuts.filter((other) => other !== cut)
  }
  return { run, complaints }
}

/** What to leave out: what is wrong alone, else what at least changes the complaint; nothing where nothing helps. */
function cutFor(
  run: RunSpec,
  cuts: readonly Cut[],
  judge: (run: RunSpec) => string | undefined,
  complaint: string,
): Cut | undefined {
  const heals = cuts.find((cut) => !judge(cut(run)))
  // Some arguments need another (Nesterov a momentum): what is wrong whatever goes with it is left out first.
  const helps = cuts.find((cut) => judge(cut(run)) !== complaint)
  return heals ?? helps
}
