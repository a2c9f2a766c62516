import { useMemo } from 'react'
import { graphParts } from '../../../core/experiment/graphExperiment.ts'
import { graphExpressionOf } from '../../../core/networks/insight/graphText.ts'
import type { Pass } from '../../../core/networks/insight/pass.ts'
import { sizeOf } from '../../../core/networks/network.ts'
import type { WeightPlace } from '../../../core/networks/places.ts'
import { counted } from '../../../core/number.ts'
import { whenStill } from '../../../panels/lab/pace.ts'
import { encodeLink } from '../../../state/links/encodeLink.ts'
import { Region } from '../../../ui/place.tsx'
import { Field } from '../Field.tsx'
import { useNetworkLab, useNetworkState } from '../useNetwork.ts'
import { calculationOf } from './calculation.ts'
import styles from './Hand.module.css'
import { HandLines } from './HandLines.tsx'
import { useChosenWeight } from './useParameter.ts'
import { useWalk } from './useWalk.ts'

/** One point forward and backward through the network, number by number, and the step of the chosen weight. */
export function HandPasses() {
  const lab = useNetworkLab()
  const chosen = useChosenWeight(whenStill)
  const { prepared } = chosen.shown
  const { points } = prepared
  const wanted = useNetworkState((state) => state.sample) ?? 0
  const sample = wanted < points.inputs.length ? wanted : 0
  const { selected, seen, index } = chosen
  const { lines, pass, place, about } = useMemo(
    () => calculationOf(prepared, { selected, seen, index, sample }),
    [prepared, selected, seen, index, sample],
  )
  const walk = useWalk(lines)
  const { step } = seen.moment
  return (
    <Region name="By hand" className={styles.region}>
      <header className={styles.header}>
        <h2>By hand</h2>
        <span>
          step {counted(step)}, slope by {chosen.name.text}
        </span>
      </header>
      <div className={styles.fields}>
        <Field
          label="Sample"
          value={sample + 1}
          isWhole
          least={1}
          most={points.inputs.length}
          onChange={(one) => {
            lab.look({ sample: one - 1 })
            return true
          }}
        />
        <button type="button" onClick={walk.forward}>
          Forward
        </button>
        <button type="button" onClick={walk.backward}>
          Backward
        </button>
        <button type="button" onClick={walk.toggle}>
          {walk.isWhole ? 'Hide all lines' : 'Show all lines'}
        </button>
        <AsGraph pass={pass} place={place} />
      </div>
      <p className={styles.words}>{about}</p>
      <HandLines lines={lines.slice(0, walk.count)} isFollowing={walk.isStepping} />
      <p role="status" className="visually-hidden">
        {walk.words}
      </p>
    </Region>
  )
}

/** More parameters make no graph that can be read. */
const mostInGraph = 400

/** The way to the graph lab, for a network that has room there. */
function AsGraph({ pass, place }: { readonly pass: Pass; readonly place: WeightPlace }) {
  const link = useMemo(() => {
    const isSmall = sizeOf(pass.architecture) <= mostInGraph
    const found = isSmall ? graphExpressionOf(pass, place) : undefined
    return found && encodeLink(graphParts, { f: found.f, start: found.start })
  }, [pass, place])
  return (
    link && (
      <a href={link} title="The loss of this point as a graph of its operations">
        as a graph
      </a>
    )
  )
}
