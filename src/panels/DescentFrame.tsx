// What stands around the plot of every lab that shows descents: function, transport, tables, rule and racers.
import type { ReactNode } from 'react'
import type { DescentLab } from '../state/descents/descents.ts'
import { part } from '../ui/parts/Part.tsx'
import styles from './Frame.module.css'
import { Frame } from './Frame.tsx'
import { FunctionBar } from './function/FunctionBar.tsx'
import { Panel } from './lab/arrangement.tsx'
import { DescentContext } from './lab/descents.ts'
import { DescentTransport } from './time/DescentTransport.tsx'

/** Controls, tables and charts come after the first picture, and formulas with KaTeX. */
const later = () => import('./later.ts')
const RunPanel = part(async () => (await later()).RunPanel, styles.formulas)
const Drawer = part(async () => (await later()).Drawer, styles.drawer)
const UpdateRule = part(async () => (await later()).UpdateRule, styles.formulas)
const OutcomePanel = part(async () => (await later()).OutcomePanel, styles.outcome)

interface Props {
  readonly lab: DescentLab
  readonly plot: ReactNode
  /** Functions of so many variables are offered; where nothing is said, of as many as there are. */
  readonly variables?: readonly number[]
  /** What only this lab has: charts in the drawer, or tables in its place. */
  readonly charts?: ReactNode
  readonly tables?: ReactNode
  /** Words below the controls. */
  readonly notes?: ReactNode
}

/** A lab of descents around its plot. */
export const DescentFrame = ({ lab, plot, variables, charts, tables, notes }: Props) => (
  <DescentContext value={lab}>
    <Frame
      lab={lab}
      bar={<FunctionBar variables={variables} />}
      picture={plot}
      transport={<DescentTransport />}
      drawer={tables === undefined ? <Drawer charts={charts} /> : tables}
      panel={
        <>
          <Panel name="rule">
            <UpdateRule />
          </Panel>
          <Panel name="controls">
            <RunPanel />
          </Panel>
        </>
      }
      told={
        <>
          {notes}
          <OutcomePanel />
        </>
      }
    />
  </DescentContext>
)
