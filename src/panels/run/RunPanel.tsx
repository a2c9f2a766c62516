// panels/run/: racers: optimizer, hyper-parameters, schedule, rule and mistakes.
import { useLayoutEffect, useRef } from 'react'
import { runsOf } from '../../core/experiment/parts.ts'
import { limits } from '../../core/limits.ts'
import { Region } from '../../ui/place.tsx'
import { useDescentState } from '../lab/descents.ts'
import { useRacerNames } from '../lab/racerNames.ts'
import { AddRun } from './AddRun.tsx'
import { RunGroup } from './RunGroup.tsx'
import styles from './RunPanel.module.css'
import { useRacerKeys } from './racerKeys.ts'

/** Up to here every run shows all its controls; beyond, only the selected one does. */
const mostWhole = 4

/** The racers, each with its controls. */
export function RunPanel() {
  const runs = useDescentState(({ prepared }) => prepared.runs)
  const selected = useDescentState((state) => state.selected)
  const list = useRef<HTMLDivElement>(null)
  const names = useRacerNames(runs)
  const keys = useRacerKeys(useDescentState(({ experiment }) => runsOf(experiment)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a racer that is new is shown once it is there
  useLayoutEffect(() => {
    const group = list.current?.children[selected]
    return group && keepInSight(group)
  }, [selected, runs.length])
  return (
    <Region className={styles.panel} name="Optimizers">
      {runs.length > 1 && (
        <header className={styles.bar}>
          <h2>{runs.length} optimizers</h2>
          {runs.length < limits.racers.most ? <AddRun /> : <p>more would not be told apart</p>}
        </header>
      )}
      <div ref={list} className={styles.runs} data-scrolls>
        {runs.map((run, index) => (
          <RunGroup
            key={keys[index]}
            index={index}
            run={run}
            name={names[index] ?? run.label}
            parent={run.from && names[run.from.run]}
            isAlone={runs.length === 1}
            isSelected={index === selected}
            isWhole={runs.length <= mostWhole || index === selected}
          />
        ))}
      </div>
    </Region>
  )
}

/**
 * Scrolls the panel, never the page, until someone sees what the formula is of, or of that what the hand is at; again when
 * a longer formula leaves the panel less room.
 * @returns what ends it
 */
function keepInSight(group: Element): (() => void) | undefined {
  const { parentElement: list } = group
  if (!list) return
  const reveal = () => {
    const panel = scrollerOf(list)
    if (!panel) return
    const hand = document.activeElement
    const wanted = hand && group.contains(hand) ? hand : group
    const [seen, own] = [panel.getBoundingClientRect(), wanted.getBoundingClientRect()]
    const isSeen = own.top >= seen.top && own.bottom <= seen.bottom
    if (!isSeen) panel.scrollTop += own.top - seen.top
  }
  // It tells at once too, when the page has been laid out.
  const observer = new ResizeObserver(reveal)
  observer.observe(list)
  return () => observer.disconnect()
}

/** What scrolls an element, if it is a part of the page. */
function scrollerOf(element: Element): Element | undefined {
  let scroller: Element | null = element
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
    scroller = scroller.parentElement
  return scroller === document.documentElement ? undefined : (scroller ?? undefined)
}
