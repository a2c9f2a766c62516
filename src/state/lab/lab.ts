// The state of a lab: the experiment that is asked for, and what is shown of it. Data only; what changes it stands beside it.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Trace } from '../../core/descent/trace.ts'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { parts } from '../../core/experiment/parts.ts'
import { type Prepared, prepare } from '../../core/experiment/prepare.ts'
import type { Engine } from '../../engine/client.ts'
import { consider } from '../descents/consider.ts'
import { type Check, type Mended, mend, type RejectedRule } from '../descents/mend.ts'
import { withCorrections } from '../descents/withoutBugs.ts'
import type { Edit } from '../edits/experiment.ts'
import { decodeLink } from '../links/decodeLink.ts'
import { type History, type Moment, noHistory, remember, stepBack, stepForward } from './history.ts'

/** A run that is on the screen: always a whole one, and one that could start. */
export interface Shown {
  readonly experiment: Experiment
  readonly prepared: Prepared
  readonly traces: readonly Trace[]
  /** Of runs with mistakes of the bug zoo, by their index: the same run without them. */
  readonly corrected: ReadonlyMap<number, Trace>
}

export interface LabState {
  /** What is asked for; it can start. */
  readonly experiment: Experiment
  /** The same, looked up and checked. */
  readonly prepared: Prepared
  readonly shown: Shown | undefined
  /** The run whose formula and table are shown. */
  readonly selected: number
  readonly history: History
  /** Why the last change was not taken, or what of a link could not be read. */
  readonly problems: readonly string[]
  /** The text of a function that could not be used: it stays to be corrected, until another function takes its place. */
  readonly rejected: string | undefined
  /** The text of a rule that a link or a file brought and that cannot be used. */
  readonly rejectedRule: RejectedRule | undefined
  /** The step that is shown; between whole numbers while it plays. */
  readonly playhead: number
  readonly playing: boolean
  /** How many times as fast as usual. */
  readonly speed: number
}

export interface Lab {
  /** curve, surface, … as links name it. */
  readonly id: string
  readonly store: StoreApi<LabState>
  /** Takes a changed experiment if it can start; otherwise says why, and everything stays as it was. */
  change(change: Edit, about?: string): boolean
  select(run: number): void
  undo(): void
  redo(): void
  /** Takes what a link or a file says, as far as it is right. */
  open(said: Partial<Experiment>, complaints?: readonly string[]): void
  openLink(fragment: string): void
  seek(playhead: number): void
  play(): void
  pause(): void
  setSpeed(speed: number): void
  /** Does jobs beside the run, for the experiment that is asked for. */
  readonly engine: Engine
}

/** What tells one lab from another. */
export interface LabKind {
  readonly id: string
  /** What a visitor sees who asks for nothing. */
  readonly initial: Experiment
  readonly check: Check
}

export interface LabOptions extends LabKind {
  readonly engine: Engine
}

/** Makes a lab and starts its first run. */
export function createLab({ id, engine, initial, check }: LabOptions): Lab {
  const store = createStore<LabState>(() => ({
    ...begun(initial),
    shown: undefined,
    selected: 0,
    history: noHistory,
    problems: [],
    rejected: undefined,
    rejectedRule: undefined,
    speed: 1,
  }))
  let latest = 0

  /** Latest wins: a newer call makes this one leave its loop, which cancels the job. */
  async function run(): Promise<void> {
    const { experiment, prepared } = store.getState()
    const mine = ++latest
    const traces: Trace[] = []
    const { spec, corrects } = withCorrections(experiment)
    try {
      for await (const trace of engine.run('descend', spec)) {
        if (mine !== latest) return
        traces.push(trace)
      }
    } catch (error) {
      if (mine === latest)
        store.setState({ problems: [error instanceof Error ? error.message : String(error)] })
      return
    }
    if (mine !== latest) return
    const count = prepared.runs.length
    show({
      experiment,
      prepared,
      traces: traces.slice(0, count),
      corrected: new Map(corrects.map((run, i) => [run, traces[count + i] as Trace])),
    })
  }

  function show(shown: Shown): void {
    store.setState(({ playhead, selected }) => ({
      shown,
      playhead: Math.min(playhead, lastStep(shown)),
      selected: Math.min(selected, shown.traces.length - 1),
    }))
  }

  function take({ experiment, complaints, rejected, rejectedRule }: Mended): void {
    const { history, shown } = store.getState()
    store.setState({
      ...begun(experiment),
      selected: 0,
      history: shown ? remember(history, now(), '', 0) : noHistory,
      problems: complaints,
      rejected,
      rejectedRule,
    })
    void run()
  }

  const now = (): Moment => {
    const { experiment, selected } = store.getState()
    return { experiment, selected }
  }

  /** Back or forth in time. */
  function travel(step: typeof stepBack): void {
    const there = step(store.getState().history, now())
    if (!there) return
    const { moment, history } = there
    store.setState({
      ...moment,
      prepared: prepare(moment.experiment),
      history,
      problems: [],
      rejected: undefined,
    })
    void run()
  }

  const lab: Lab = {
    id,
    store,
    engine,
    undo: () => travel(stepBack),
    redo: () => travel(stepForward),
    select(selected) {
      store.setState({ selected })
    },
    change(change, about = '') {
      const { history } = store.getState()
      const { taken, ...said } = consider(change, store.getState(), check)
      const isOther = taken && !isSame(taken.experiment, store.getState().experiment)
      const remembered = isOther && { history: remember(history, now(), about, Date.now()) }
      store.setState({ ...taken, ...remembered, ...said })
      if (taken) void run()
      return taken !== undefined
    },
    open({ lab: name, ...said }, complaints = []) {
      const elsewhere =
        name && name !== id ? [`There is no lab \`${name}\` here; this is the ${id} lab`] : []
      const mended = mend(said, initial, check)
      const problems = [...complaints, ...elsewhere, ...mended.complaints]
      // A picture that is there is better than one of something else.
      if (mended.rejected !== undefined && store.getState().shown)
        store.setState({ problems, rejected: mended.rejected })
      else take({ ...mended, complaints: problems })
    },
    openLink(fragment) {
      const { experiment, complaints } = decodeLink(parts, fragment)
      lab.open(experiment, complaints)
    },
    seek(playhead) {
      const { shown } = store.getState()
      const last = shown ? lastStep(shown) : Infinity
      store.setState({ playhead: Math.max(0, Math.min(last, playhead)) })
    },
    play() {
      const { playhead, shown } = store.getState()
      if (!shown) return
      store.setState({ playing: true, playhead: playhead >= lastStep(shown) ? 0 : playhead })
    },
    pause() {
      store.setState(({ playhead }) => ({ playing: false, playhead: Math.floor(playhead) }))
    },
    setSpeed(speed) {
      store.setState({ speed })
    },
  }
  return lab
}

const isSame = (a: Experiment, b: Experiment) => JSON.stringify(a) === JSON.stringify(b)

const begun = (experiment: Experiment) => ({
  experiment,
  prepared: prepare(experiment),
  playhead: experiment.at ?? 0,
  playing: false,
})

/** The last step of the longest run. */
export const lastStep = ({ traces }: Pick<Shown, 'traces'>): number =>
  Math.max(0, ...traces.map(({ f }) => f.length - 1))
