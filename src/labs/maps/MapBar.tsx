import { shows } from '../../core/maps/mapExperiment.ts'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import { quantitiesOf } from '../../core/maps/quantities.ts'
import { useDescentLab } from '../../panels/lab/descents.ts'
import { setAxes, setMap, spelled } from '../../state/maps/edits.ts'
import { Select } from '../../ui/Select.tsx'
import { AxisFields } from './AxisFields.tsx'
import styles from './MapBar.module.css'
import { nameOf, showNames } from './names.ts'

interface Props {
  readonly map: PreparedMap
}

/** Pixels along each side that are offered. */
const sizes = [32, 64, 128, 256, 512, 1024]

/** What is varied along both sides of a map, and what its colours show. */
export function MapBar({ map }: Props) {
  const lab = useDescentLab()
  const quantities = [...quantitiesOf(map.prepared).values()].map((quantity) => ({
    value: quantity.of,
    name: nameOf(quantity, map),
  }))
  const { x, y } = map
  /** A quantity that the other side has changes sides with it. */
  const choose = (side: 'x' | 'y') => (of: string) => {
    const [own, other] = side === 'x' ? [x, y] : [y, x]
    const chosen = of === other.of ? spelled(other) : { of }
    const rest = spelled(of === other.of ? own : other)
    lab.change(side === 'x' ? setAxes(chosen, rest) : setAxes(rest, chosen))
  }
  return (
    <div className={styles.bar}>
      <Select label="Horizontal" beside value={x.of} options={quantities} onChange={choose('x')} />
      <Select label="Vertical" beside value={y.of} options={quantities} onChange={choose('y')} />
      <Select
        label="Show"
        beside
        value={map.show}
        options={shows.map((value) => ({ value, name: showNames[value] }))}
        onChange={(show) => lab.change(setMap({ show }))}
      />
      <AxisFields map={map} sizes={sizes} />
    </div>
  )
}
