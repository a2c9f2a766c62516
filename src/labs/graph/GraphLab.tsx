import { useMemo } from 'react'
import { endOfForward } from '../../core/graphs/stages.ts'
import { Frame } from '../../panels/Frame.tsx'
import { Panel } from '../../panels/lab/arrangement.tsx'
import { Transport } from '../../panels/time/Transport.tsx'
import type { GraphLab as Lab } from '../../state/graphs/graphs.ts'
import { Checking, useChecked } from './Checking.tsx'
import { GraphBar } from './GraphBar.tsx'
import { Actions } from './panel/Actions.tsx'
import { ChainRule } from './panel/ChainRule.tsx'
import { Leaves } from './panel/Leaves.tsx'
import { Steps } from './panel/Steps.tsx'
import { GraphPicture } from './picture/GraphPicture.tsx'
import { GraphDrawer } from './tables/GraphDrawer.tsx'
import { GraphContext, useGraphState } from './useGraph.ts'

export { graph } from './graph.ts'

/** Time: its track goes up with the values and comes back down with the adjoints. */
function Time() {
  const stages = useGraphState((state) => state.shown?.prepared.stages ?? state.prepared.stages)
  const track = useMemo(() => {
    const top = endOfForward(stages)
    return Float64Array.from(stages, (_, i) => (i <= top ? i : stages.length - 1 - i))
  }, [stages])
  return <Transport track={track} />
}

/** The graph lab: an expression forward and backward. */
export const GraphLab = ({ lab }: { readonly lab: Lab }) => (
  <GraphContext value={lab}>
    <Places lab={lab} />
  </GraphContext>
)

/** The check takes the place of the graph with its time and tables: both need all the room there is. */
function Places({ lab }: { readonly lab: Lab }) {
  const checked = useChecked()
  return (
    <Frame
      lab={lab}
      bar={<GraphBar />}
      picture={checked === undefined ? <GraphPicture /> : <Checking variable={checked} />}
      transport={checked === undefined && <Time />}
      drawer={checked === undefined && <GraphDrawer />}
      panel={
        <>
          <Panel name="rule">
            <ChainRule />
          </Panel>
          <Panel name="controls">
            <Actions />
            <Leaves />
            <Steps />
          </Panel>
        </>
      }
      told={null}
    />
  )
}
