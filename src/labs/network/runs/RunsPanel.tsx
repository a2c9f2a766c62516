// labs/network/runs/: the optimizers of a training, and what was changed while it trained.
import { useLayoutEffect, useRef } from 'react'
import { limits } from '../../../core/limits.ts'
import { keepInSight } from '../../../panels/run/keepInSight.ts'
import { mostWhole, useRacerKeys } from '../../../panels/run/racerKeys.ts'
import { addRun } from '../../../state/networks/runEdits.ts'
import { Region } from '../../../ui/place.tsx'
import { useExperiment, useNetworkLab, useNetworkState } from '../useNetwork.ts'
import styles from './Runs.module.css'
import { Story } from './Story.tsx'
import { TrainingGroup } from './TrainingGroup.tsx'

/** The optimizers that train the same network side by side, each with its controls. */
export function RunsPanel() {
  const lab = useNetworkLab()
  const runs = useNetworkState(({ prepared }) => prepared.runs)
  const chosen = useNetworkState((state) => state.selected)
  const selected = Math.min(chosen, runs.length - 1)
  const keys = useRacerKeys(useExperiment().runs)
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const group = list.current?.children[selected]
    return runs.length > 1 && group ? keepInSight(group) : undefined
  }, [selected, runs.length])
  const add = () => {
    if (lab.change(addRun)) lab.look({ selected: runs.length })
  }
  return (
    <Region className={styles.panel} name="Optimizers">
      <header className={styles.header}>
        <h2>{runs.length === 1 ? 'Optimizer' : `${runs.length} optimizers, same beginning`}</h2>
        {runs.length < limits.racers.most ? (
          <button type="button" data-adds className={styles.add} onClick={add}>
            Add optimizer
          </button>
        ) : (
          <p>more would not be told apart</p>
        )}
      </header>
      <div ref={list} className={styles.runs}>
        {runs.map((run, index) => (
          <TrainingGroup
            key={keys[index]}
            index={index}
            run={run}
            isAlone={runs.length === 1}
            isSelected={index === selected}
            isWhole={runs.length <= mostWhole || index === selected}
          />
        ))}
      </div>
      <Story />
    </Region>
  )
}
