import { type KeyboardEvent, type MouseEvent, memo, useLayoutEffect, useRef, useState } from 'react'
import type { Architecture } from '../../../core/networks/network.ts'
import type { WeightPlace } from '../../../core/networks/places.ts'
import { biasSpot, drawnUnits, type Layout } from './layout.ts'
import styles from './NetworkPicture.module.css'
import type { LookingBy } from './useLookedAt.ts'
import { isSameUnit, nextUnit, type UnitPlace } from './walk.ts'
import { type Names, unitInWords } from './words.ts'

interface Props {
  readonly architecture: Architecture
  readonly names: Names
  readonly layout: Layout
  readonly text: number
  readonly troubled: ReadonlyMap<string, string>
  readonly looking: LookingBy
  readonly opened: UnitPlace | undefined
  readonly reveal: (unit: UnitPlace) => void
  readonly onChoose: (place: WeightPlace | undefined) => void
}

/** How an element finds the button of a unit. */
export const unitSelector = ({ column, unit }: UnitPlace) => `[data-unit="${column}:${unit}"]`

/** A button over each unit that is drawn: by Tab they are one stop, inside which arrow keys go from unit to unit. */
export const Units = memo((props: Props) => {
  const { architecture, names, layout, troubled, looking, opened, reveal } = props
  const group = useRef<HTMLDivElement>(null)
  const wish = useRef<UnitPlace>(undefined)
  const [stop, stopAt] = useState<UnitPlace>({ column: 0, unit: 0 })
  const reached = reachedFrom(stop, layout)
  useLayoutEffect(() => {
    const next = wish.current
    wish.current = undefined
    if (next) group.current?.querySelector<HTMLElement>(unitSelector(next))?.focus()
  })
  const onKeyDown = (event: KeyboardEvent, from: UnitPlace) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = nextUnit(layout, from, event.key)
    if (!next && !event.key.startsWith('Arrow')) return
    event.preventDefault()
    event.stopPropagation()
    if (!next) return
    wish.current = next
    reveal(next)
    stopAt(next)
  }
  const onClick = (event: MouseEvent, at: UnitPlace) => {
    const bias = biasUnder(event, layout, at, props.text)
    if (bias) props.onChoose(bias)
    else looking.pin(at, event.detail === 0)
  }
  return (
    <div ref={group}>
      {layout.columns.flatMap((column, k) =>
        drawnUnits(column).map((unit, i) => {
          const at = { column: k, unit }
          const { x, tile } = column
          const trouble = troubled.get(`${k - 1}:${unit}`)
          const words = unitInWords(architecture, names, at)
          return (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: layers are told apart by their place
              key={`${k}:${unit}`}
              type="button"
              className={styles.unit}
              style={{
                left: x - tile / 2,
                top: (column.ys[i] ?? 0) - tile / 2,
                width: tile,
                height: tile,
              }}
              tabIndex={isSameUnit(at, reached) ? 0 : -1}
              aria-label={trouble ? `${words}, ${trouble}` : words}
              aria-expanded={isSameUnit(at, opened)}
              data-unit={`${k}:${unit}`}
              data-troubled={trouble ? '' : undefined}
              onPointerEnter={({ pointerType }) => pointerType !== 'touch' && looking.hover(at)}
              onPointerLeave={({ pointerType }) => pointerType !== 'touch' && looking.leave()}
              onFocus={({ currentTarget }) => {
                stopAt(at)
                if (currentTarget.matches(':focus-visible')) looking.hover(at)
              }}
              onBlur={looking.leave}
              onClick={(event) => onClick(event, at)}
              onKeyDown={(event) => onKeyDown(event, at)}
            />
          )
        }),
      )}
    </div>
  )
})
Units.displayName = 'Units'

/** The unit that Tab leads to: the one that had the focus, or what is drawn in its place. */
function reachedFrom({ column, unit }: UnitPlace, { columns }: Layout): UnitPlace {
  const { first, ys } = columns[column] ?? { first: 0, ys: [0] }
  return columns[column]
    ? { column, unit: Math.max(first, Math.min(first + ys.length - 1, unit)) }
    : { column: 0, unit: 0 }
}

/** How near to the dot of a bias a pointer has to be, in ems. */
const reach = 0.55

/** The bias whose dot a click has met. */
function biasUnder(
  { detail, clientX, clientY, currentTarget }: MouseEvent,
  { columns }: Layout,
  { column, unit }: UnitPlace,
  text: number,
): WeightPlace | undefined {
  const own = columns[column]
  if (column === 0 || detail === 0 || !own) return undefined
  const { left, top } = currentTarget.getBoundingClientRect()
  const spot = biasSpot({ x: own.tile / 2, tile: own.tile }, own.tile / 2, text)
  if (!spot || Math.hypot(clientX - left - spot.x, clientY - top - spot.y) > reach * text)
    return undefined
  return { layer: column - 1, unit }
}
