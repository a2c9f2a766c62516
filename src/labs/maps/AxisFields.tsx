import type { Axis } from '../../core/maps/axis.ts'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import { exact } from '../../core/number.ts'
import { useDescentLab } from '../../panels/lab/descents.ts'
import { setAxes, setMap, spelled } from '../../state/maps/edits.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './MapBar.module.css'
import { nameOf } from './names.ts'

const sides = { x: 'Horizontal', y: 'Vertical' } as const

/** From where to where a map goes, on which scales, and with how many pixels: for whoever wants other ones. */
export function AxisFields({ map, sizes }: { map: PreparedMap; sizes: readonly number[] }) {
  const lab = useDescentLab()
  const offered = [...new Set([...sizes, map.size])].sort((a, b) => a - b)
  return (
    <details className={styles.more}>
      <summary>Axes</summary>
      <div className={styles.fields}>
        {(['x', 'y'] as const).map((side) => (
          <Side key={side} map={map} side={side} />
        ))}
        <Select
          label="Pixels"
          beside
          value={exact(map.size)}
          options={offered.map((size) => ({ value: exact(size), name: `${size} × ${size}` }))}
          onChange={(size) => lab.change(setMap({ size: Number(size) }))}
        />
        <NumberField
          label="Tolerance"
          value={map.tolerance}
          onChange={(tolerance) => lab.change(setMap({ tolerance }), 'tolerance')}
          nudge={(value, direction) => Number((value * 10 ** direction).toPrecision(12))}
        />
      </div>
    </details>
  )
}

function Side({ map, side }: { readonly map: PreparedMap; readonly side: 'x' | 'y' }) {
  const lab = useDescentLab()
  const axis = map[side]
  const change = (part: Partial<Pick<Axis, 'from' | 'to' | 'scale'>>) => {
    const changed = spelled({ ...axis, ...part })
    const axes =
      side === 'x' ? ([changed, spelled(map.y)] as const) : ([spelled(map.x), changed] as const)
    return lab.change(setAxes(...axes), side)
  }
  return (
    <fieldset className={styles.side}>
      <legend>
        {sides[side]}: {nameOf(axis, map)}
      </legend>
      <NumberField
        label={`${sides[side]} from`}
        value={axis.from}
        onChange={(from) => change({ from })}
      />
      <NumberField label={`${sides[side]} to`} value={axis.to} onChange={(to) => change({ to })} />
      <label>
        <input
          type="checkbox"
          checked={axis.scale === 'log'}
          onChange={({ target }) => change({ scale: target.checked ? 'log' : 'linear' })}
        />
        <span>Log scale</span>
      </label>
    </fieldset>
  )
}
