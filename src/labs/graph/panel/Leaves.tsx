import { useState } from 'react'
import { inputPlace } from '../../../core/graphs/graph.ts'
import { written } from '../../../core/graphs/names.ts'
import { setVariable } from '../../../state/graphs/edits.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Range } from '../../../ui/slider/Range.tsx'
import { nudge, sliderScale } from '../../../ui/slider/sliderScale.ts'
import { useGraphLab, useGraphState, useMoment } from '../useGraph.ts'
import styles from './Panel.module.css'

/** The values of the variables: a slider and a number for each, its gradient beside them, and whether to trust that. */
export function Leaves() {
  const variables = useGraphState(({ prepared }) => prepared.graph.loss.variables)
  return (
    <div className={styles.leaves}>
      {variables.map((name) => (
        <Value key={name} name={name} />
      ))}
    </div>
  )
}

/** Half the width of a slider that has room for a value. */
const reachFor = (value: number): number => {
  const wanted = Math.max(5, 2 * Math.abs(value))
  const size = 10 ** Math.floor(Math.log10(wanted))
  return size * ([1, 2, 5].find((digit) => digit * size >= wanted) ?? 10)
}

function Value({ name }: { readonly name: string }) {
  const lab = useGraphLab()
  const value = useGraphState(({ prepared }) => prepared.point[name] ?? 1)
  // It stays as it is while it is dragged.
  const [reach, setReach] = useState(() => reachFor(value))
  if (Math.abs(value) > reach) setReach(reachFor(value))
  const scale = sliderScale({ scale: 'linear', range: [-reach, reach] })
  const change = (next: number) => lab.change(setVariable(name, next), `variable ${name}`)
  return (
    <div className={styles.leaf} data-name={name}>
      <span aria-hidden="true">{name}</span>
      <Range name={name} scale={scale} value={value} onChange={change} />
      <span className={styles.number}>
        <NumberField label={`Start ${name}`} value={value} onChange={change} nudge={nudge(scale)} />
      </span>
      <Slope name={name} />
      <button
        type="button"
        aria-label={`Check ${name}`}
        title="Is its gradient right? Compare it with difference quotients"
        onClick={() => lab.look({ checked: name })}
      >
        Check
      </button>
    </div>
  )
}

/** ∂f/∂variable; who is asked for it does not read it here. */
function Slope({ name }: { readonly name: string }) {
  const { graph, shown, known } = useMoment()
  const isAsking = useGraphState((state) => state.isAsking)
  const place = inputPlace(graph, name)
  const isHidden = isAsking && known[place]?.isWhole === false
  return (
    <output className={styles.slope} aria-label={`Gradient by ${name}`}>
      {isHidden ? '?' : written(place < 0 ? 0 : (shown.adjoints[place] as number))}
    </output>
  )
}
