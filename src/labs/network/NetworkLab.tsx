import { useMemo, useState } from 'react'
import { Frame } from '../../panels/Frame.tsx'
import { Panel } from '../../panels/lab/arrangement.tsx'
import { Transport } from '../../panels/time/Transport.tsx'
import type { NetworkLab as Lab } from '../../state/networks/networks.ts'
import { part } from '../../ui/parts/Part.tsx'
import { DataBar } from './bar/DataBar.tsx'
import { TrainingDrawer } from './drawer/TrainingDrawer.tsx'
import { Troubles } from './hand/Troubles.tsx'
import { WeightCard } from './hand/WeightCard.tsx'
import { WeightRule } from './hand/WeightRule.tsx'
import { ModelPanel } from './model/ModelPanel.tsx'
import styles from './NetworkLab.module.css'
import { Pictures } from './Pictures.tsx'
import { TrainingOutcome } from './told/TrainingOutcome.tsx'
import { NetworkContext, useNetworkLab, useNetworkState, useSelected } from './useNetwork.ts'

export { network } from './network.ts'

const Landscape = part(async () => (await import('./afterwards.ts')).Landscape, styles.landscape)

const RunsPanel = part(async () => (await import('./afterwards.ts')).RunsPanel)
const HandPasses = part(async () => (await import('./afterwards.ts')).HandPasses)

/** The network lab: a network in training, and what it learns. */
export const NetworkLab = ({ lab }: { readonly lab: Lab }) => (
  <NetworkContext value={lab}>
    <Places lab={lab} />
  </NetworkContext>
)

function Places({ lab }: { readonly lab: Lab }) {
  const [isAway, setAway] = useState(false)
  return (
    <Frame
      lab={lab}
      bar={<DataBar />}
      picture={isAway ? <Landscape onBack={() => setAway(false)} /> : <Pictures />}
      transport={<Time />}
      drawer={!isAway && <TrainingDrawer onLandscape={() => setAway(true)} />}
      panel={
        <div className={styles.panel} data-scrolls>
          <Panel name="rule">
            <WeightRule />
          </Panel>
          <Panel name="controls">
            <RunsPanel />
            <ModelPanel />
            <WeightCard />
            <Troubles />
            <HandPasses />
          </Panel>
        </div>
      }
      told={<TrainingOutcome />}
    />
  )
}

/** With more steps a track is not drawn: it would take longer than the steps. */
const longest = 50_000

/** Time counts batches; its track is the loss over all training data. */
function Time() {
  const lab = useNetworkLab()
  const selected = useSelected()
  const last = useNetworkState(({ shown }) => shown?.last ?? 0)
  const losses = useNetworkState(({ shown }) => shown?.racers[selected]?.losses)
  const { starts } = useNetworkState(({ prepared }) => prepared.pace)
  const track = useMemo(
    () => (losses && last <= longest ? spread(losses, starts, last) : undefined),
    [losses, starts, last],
  )
  const epoch = () => {
    lab.pause()
    const step = Math.floor(lab.store.getState().playhead)
    lab.seek(starts.find((start) => start > step) ?? step)
  }
  return (
    <Transport {...(track && { track })}>
      <button type="button" title="Trains until every point was in a batch" onClick={epoch}>
        One epoch
      </button>
    </Transport>
  )
}

/** What is known of each epoch, for each of its batches. */
function spread(losses: Float64Array, starts: Float64Array, last: number): Float64Array {
  const values = new Float64Array(Math.min(last, starts[losses.length - 1] ?? 0) + 1)
  for (let epoch = 0, step = 0; step < values.length; step++) {
    while ((starts[epoch + 1] ?? Number.POSITIVE_INFINITY) <= step) epoch++
    const [from, to] = [starts[epoch] ?? 0, starts[epoch + 1] ?? step + 1]
    const [now = Number.NaN, next = now] = [losses[epoch], losses[epoch + 1]]
    values[step] = now + ((step - from) / (to - from)) * (next - now)
  }
  return values
}
