import { Frame } from '../../panels/Frame.tsx'
import { Transport } from '../../panels/time/Transport.tsx'
import { GraphBar } from './GraphBar.tsx'
import type { GraphLab as Lab } from './graph.ts'
import { Actions } from './panel/Actions.tsx'
import { ChainRule } from './panel/ChainRule.tsx'
import { Leaves } from './panel/Leaves.tsx'
import { Steps } from './panel/Steps.tsx'
import { GraphPicture } from './picture/GraphPicture.tsx'
import { GraphDrawer } from './tables/GraphDrawer.tsx'
import { GraphContext } from './useGraph.ts'

/** The graph lab: an expression forward and backward. */
export const GraphLab = ({ lab }: { readonly lab: Lab }) => (
  <GraphContext value={lab}>
    <Frame
      lab={lab}
      bar={<GraphBar />}
      picture={<GraphPicture />}
      transport={<Transport />}
      drawer={<GraphDrawer />}
      panel={
        <>
          <ChainRule />
          <Actions />
          <Leaves />
          <Steps />
        </>
      }
      told={null}
    />
  </GraphContext>
)
