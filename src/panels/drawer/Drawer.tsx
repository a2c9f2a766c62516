// panels/drawer/: trace and charts below the plot.
import { type ReactNode, useMemo } from 'react'
import { useStore } from 'zustand'
import { compileFunction } from '../../core/language/program.ts'
import { valueName } from '../../core/loss/valueName.ts'
import { rolesOf } from '../../core/rules/roles.ts'
import { LossCurve } from '../../plot/charts/LossCurve.tsx'
import { preferences, setOpen } from '../../state/preferences.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { part } from '../../ui/parts/Part.tsx'
import { columnsOf } from '../../ui/table/columns.ts'
import { TraceTable } from '../../ui/table/TraceTable.tsx'
import {
  selectedOf,
  useDescentLab,
  useDescentState,
  useSelected,
  useShownLater,
} from '../lab/descents.ts'
import { playheadOf } from '../lab/labContext.ts'
import { atRest, useReadableStep } from '../lab/pace.ts'
import styles from './Drawer.module.css'
import { LogScale } from './LogScale.tsx'
import { SaveChart } from './SaveChart.tsx'

/** Only a race has standings. */
const Standings = part(async () => (await import('../more.ts')).Standings)

/** On a phone one asks for them; paper has room. */
const roomy = matchMedia('(min-width: 768px), print')

/** Table and charts: open where there is room, unless someone decided otherwise. */
export function Drawer({ charts }: { readonly charts?: ReactNode }) {
  const open = useStore(preferences, (state) => state.open)
  const isRace = useDescentState(({ shown }) => (shown?.traces.length ?? 0) > 1)
  const isOpen = (name: string) => open[name] ?? roomy.matches
  return (
    <div className={styles.drawer} data-scrolls>
      <Disclosure
        title="Trace"
        open={isOpen('trace')}
        onToggle={(value) => setOpen('trace', value)}
        className={styles.trace}
      >
        <TraceBody />
      </Disclosure>
      <Disclosure
        title="Loss"
        open={isOpen('loss')}
        onToggle={(value) => setOpen('loss', value)}
        tools={<LossTools />}
        className={styles.loss}
      >
        <LossBody />
      </Disclosure>
      {charts}
      {isRace && (
        <Disclosure
          title="Standings"
          open={isOpen('standings')}
          onToggle={(value) => setOpen('standings', value)}
          className={styles.standings}
        >
          <Standings />
        </Disclosure>
      )}
    </div>
  )
}

function TraceBody() {
  const lab = useDescentLab()
  const shown = useShownLater(atRest)
  const step = useReadableStep()
  const { prepared } = shown
  const { run, trace } = selectedOf(shown, useSelected())
  const { rule } = run
  const columns = useMemo(
    () => columnsOf(trace, prepared.loss.variables, rule),
    [trace, prepared, rule],
  )
  const roles = useMemo(() => rolesOf(rule), [rule])
  return (
    <TraceTable
      columns={columns}
      roles={roles}
      count={trace.f.length}
      step={Math.min(step, trace.f.length - 1)}
      onSeek={lab.seek}
    />
  )
}

function LossBody() {
  const lab = useDescentLab()
  const { prepared, traces, corrected } = useShownLater(atRest)
  const right = useMemo(() => [...corrected.values()], [corrected])
  const logScale = useStore(preferences, (state) => state.logScale)
  const selected = useSelected()
  const { expression, variables, minima } = prepared.loss
  const floor = useMemo(() => {
    const value = compileFunction(expression, variables)
    return Math.min(...minima.map((at) => value(...at)))
  }, [expression, variables, minima])
  return (
    <div className={styles.chart}>
      <LossCurve
        traces={traces}
        name={valueName(variables)}
        corrected={right}
        selected={selected}
        playhead={playheadOf(lab)}
        logScale={logScale}
        floor={floor}
        onSeek={(step) => {
          lab.pause()
          lab.seek(step)
        }}
      />
    </div>
  )
}

const LossTools = () => (
  <span className={styles.tools}>
    <SaveChart />
    <LogScale />
  </span>
)
