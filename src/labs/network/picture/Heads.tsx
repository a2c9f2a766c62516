import { memo } from 'react'
import { networkLimits } from '../../../core/experiment/networkLimits.ts'
import { counted } from '../../../core/number.ts'
import { type Column, drawnUnits, type Layout } from './layout.ts'
import { MoreOrLess } from './MoreOrLess.tsx'
import styles from './NetworkPicture.module.css'
import type { UnitPlace } from './walk.ts'
import type { Names } from './words.ts'

interface Props {
  readonly names: Names
  readonly layout: Layout
  /** Nothing where the network is only looked at. */
  readonly onEdit: ((layer: number, units: number) => void) | undefined
  readonly onReveal: (unit: UnitPlace) => void
}

/** The words around the units: above each layer what it is, below what is not drawn, and the names at both ends. */
export const Heads = memo(({ names, layout, onEdit, onReveal }: Props) => {
  const { columns, pitch } = layout
  const last = columns.length - 1
  return columns.map((column, k) => {
    const { x, units } = column
    const isHidden = k > 0 && k < last
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: layers are told apart by their place
      <div key={k}>
        <div className={styles.head} style={{ left: x - pitch / 2, width: pitch }}>
          <span>{isHidden ? `Layer ${k}` : k === 0 ? 'Input' : 'Output'}</span>
          {isHidden && onEdit ? (
            <MoreOrLess
              value={units}
              least={1}
              most={networkLimits.units.most}
              less={`Remove a unit from layer ${k}`}
              more={`Add a unit to layer ${k}`}
              onChange={(next) => onEdit(k - 1, next)}
            />
          ) : (
            <span>{counted(units)}</span>
          )}
        </div>
        {column.ys.length < units && <Rest {...{ column, pitch }} index={k} onReveal={onReveal} />}
        {k === 0 && <Sides {...{ column, layout }} side="left" names={names.inputs} />}
        {k === last && <Sides {...{ column, layout }} side="right" names={names.outputs} />}
      </div>
    )
  })
})
Heads.displayName = 'Heads'

interface RestProps {
  readonly column: Column
  readonly index: number
  readonly pitch: number
  readonly onReveal: (unit: UnitPlace) => void
}

/** How many units are not drawn; a click draws the next ones, behind the last the first. */
function Rest({ column, index, pitch, onReveal }: RestProps) {
  const { x, units, first, ys, tile } = column
  const end = first + ys.length
  const next = end < units ? Math.min(units, end + ys.length) - 1 : 0
  const text = first === 0 ? `… ${counted(units - end)} more` : `${first + 1}–${end} of ${units}`
  return (
    <button
      type="button"
      className={styles.rest}
      style={{ left: x - pitch / 2, width: pitch, top: (ys.at(-1) ?? 0) + tile / 2 }}
      aria-label={`${text}: show ${end < units ? 'the next units' : 'the first units'}`}
      onClick={() => onReveal({ column: index, unit: next })}
    >
      {text}
    </button>
  )
}

interface SidesProps {
  readonly column: Column
  readonly layout: Layout
  readonly side: 'left' | 'right'
  readonly names: readonly string[]
}

/** Names beside the units; screen readers have them from the units. */
const Sides = ({ column, layout, side, names }: SidesProps) =>
  drawnUnits(column).map((unit, i) => (
    <span
      key={unit}
      aria-hidden="true"
      className={styles.name}
      data-side={side}
      style={{
        top: column.ys[i],
        [side === 'left' ? 'right' : 'left']:
          (side === 'left' ? layout.width - column.x : column.x) + column.tile / 2,
      }}
    >
      {names[unit]}
    </span>
  ))
