import {
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { Moment } from '../../../core/networks/moment.ts'
import type { Architecture } from '../../../core/networks/network.ts'
import type { WeightPlace } from '../../../core/networks/places.ts'
import type { Probe } from '../../../core/networks/probe.ts'
import styles from './Card.module.css'
import { cardPlace } from './cardPlace.ts'
import type { Look } from './look.ts'
import { responseOf } from './responses.ts'
import { UnitPlot } from './UnitPlot.tsx'
import { unitSelector } from './Units.tsx'
import { WeightTable } from './WeightTable.tsx'
import type { UnitPlace } from './walk.ts'
import { type Names, unitInWords } from './words.ts'

interface Props {
  readonly architecture: Architecture
  readonly names: Names
  readonly probe: Probe
  readonly moment: Moment | undefined
  readonly look: Look
  readonly unit: UnitPlace
  readonly trouble: string | undefined
  readonly chosen: WeightPlace | undefined
  readonly onChoose: (place: WeightPlace | undefined) => void
  /** It was opened to stay. */
  readonly isPinned: boolean
  /** By the keyboard. */
  readonly isEntered: boolean
  /** Where the unit is. */
  readonly frame: RefObject<Element | null>
  readonly onStay: () => void
  readonly onLeave: () => void
  readonly onClose: () => void
}

/** A unit, enlarged: its response with axes, and what it is made of. */
export function UnitCard(props: Props) {
  const { architecture, names, probe, moment, unit, trouble, isEntered } = props
  const id = useId()
  const card = useRef<HTMLDivElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  const { frame, onClose } = props
  const place = useCardPlace(card, frame, unit)
  useLayoutEffect(() => {
    if (isEntered) close.current?.focus()
  }, [isEntered])
  const leave = () => {
    const isInside = card.current?.contains(document.activeElement)
    const button = frame.current?.querySelector<HTMLElement>(unitSelector(unit))
    onClose()
    if (isInside) button?.focus({ focusVisible: false } as FocusOptions)
  }
  useEscape(leave)
  const { column } = unit
  const activation = architecture.activations[column - 1]
  return (
    <div
      ref={card}
      popover="manual"
      role="dialog"
      aria-labelledby={id}
      className={styles.card}
      style={place}
      onPointerEnter={props.onStay}
      onPointerLeave={({ pointerType }) => pointerType !== 'touch' && props.onLeave()}
      onFocus={props.onStay}
      onBlur={props.onLeave}
    >
      <header>
        <h3 id={id}>{unitInWords(architecture, names, unit)}</h3>
        {activation && <span>{activation}</span>}
        <button
          ref={close}
          type="button"
          className={styles.close}
          aria-label="Close"
          onClick={leave}
        >
          ×
        </button>
      </header>
      {trouble && <p className={styles.trouble}>{trouble}</p>}
      {moment && (
        <div className={styles.parts}>
          <UnitPlot
            {...{ probe }}
            look={props.look}
            names={names}
            response={responseOf(probe, moment, architecture, [column, unit.unit])}
            moment={moment}
          />
          {column > 0 && (
            <WeightTable
              {...{ architecture, names, moment, unit }}
              chosen={props.chosen}
              onChoose={props.onChoose}
            />
          )}
        </div>
      )}
    </div>
  )
}

/** Whoever looks at a card closes it by Escape, wherever the focus is. */
function useEscape(act: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => event.key === 'Escape' && act())
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** Opens a card above everything, beside its unit, wherever that moves. */
function useCardPlace(
  card: RefObject<HTMLDivElement | null>,
  frame: RefObject<Element | null>,
  unit: UnitPlace,
) {
  const [place, setPlace] = useState({ left: 0, top: 0 })
  const { column, unit: index } = unit
  const put = useCallback(() => {
    const button = frame.current?.querySelector(unitSelector({ column, unit: index }))
    if (!card.current || !button) return
    const { x, y } = cardPlace(
      button.getBoundingClientRect(),
      { width: card.current.offsetWidth, height: card.current.offsetHeight },
      { width: document.documentElement.clientWidth, height: innerHeight },
    )
    setPlace({ left: x, top: y })
  }, [card, frame, column, index])
  useLayoutEffect(() => {
    card.current?.showPopover()
    put()
    const observer = new ResizeObserver(put)
    if (card.current) observer.observe(card.current)
    if (frame.current) observer.observe(frame.current)
    addEventListener('scroll', put, true)
    addEventListener('resize', put)
    return () => {
      observer.disconnect()
      removeEventListener('scroll', put, true)
      removeEventListener('resize', put)
    }
  }, [card, frame, put])
  return place
}
