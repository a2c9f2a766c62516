import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Other } from './fit/Curves.tsx'
import { FitLegend } from './fit/FitLegend.tsx'
import { fitOf } from './fit/fit.ts'
import { type FitHandle, keptPicture } from './fit/keptPicture.ts'
import styles from './NetworkLab.module.css'
import { type Holding, OneFit } from './OneFit.tsx'
import { offerPicture } from './offered.ts'
import { useNetworkLab, useSelected, useShownTraining } from './useNetwork.ts'
import { useStill } from './useStill.ts'

/** So many networks of a race stand side by side. */
const mostTiles = 4

/** One fit, or those of a race side by side, where curves do not lie in one picture. */
export function Fits() {
  const lab = useNetworkLab()
  const { prepared, probe } = useStill()
  const { runs } = prepared
  const selected = useSelected()
  const root = useRef<HTMLDivElement>(null)
  const fits = useRef(new Map<number, FitHandle>())
  useEffect(
    () =>
      offerPicture(lab, () =>
        root.current ? keptPicture(root.current, fits.current.values()) : undefined,
      ),
    [lab],
  )
  const hold = useCallback((run: number, fit: FitHandle | null) => {
    if (fit) fits.current.set(run, fit)
    else fits.current.delete(run)
  }, [])
  if (runs.length < 2 || probe.rows < 2)
    return (
      <div ref={root} className={styles.whole}>
        <OneFit run={selected} onHold={hold} />
      </div>
    )
  const first = Math.max(0, Math.min(selected, runs.length - mostTiles))
  const tiles = runs.slice(first, first + mostTiles)
  return (
    <div ref={root} className={styles.race}>
      <Legend run={selected} />
      <div className={styles.tiles}>
        {tiles.map(({ label }, i) => (
          <Tile
            key={label}
            run={first + i}
            label={label}
            isSelected={first + i === selected}
            onHold={hold}
          />
        ))}
      </div>
    </div>
  )
}

/** What is drawn how in all pictures of a race. */
function Legend({ run }: { readonly run: number }) {
  const { prepared, probe } = useStill()
  const { points, dataset, classes, loss } = prepared
  const batch = useShownTraining().seen[run]?.moment.batch.length ?? 0
  const fit = useMemo(
    () => fitOf({ points, training: dataset.learned, classes, loss, probe }),
    [points, dataset, classes, loss, probe],
  )
  return (
    <FitLegend
      fit={fit}
      others={nobody}
      run={undefined}
      name={undefined}
      hasTruth={false}
      hasBatch={batch < fit.learned.length}
    />
  )
}
const nobody: readonly Other[] = []

interface TileProps {
  readonly run: number
  readonly label: string
  readonly isSelected: boolean
  readonly onHold: Holding
}

function Tile({ run, label, isSelected, onHold }: TileProps) {
  const lab = useNetworkLab()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set cannot be a grid item that shrinks
    <div role="group" aria-label={label} className={styles.tile}>
      <button
        type="button"
        data-run={run}
        data-kept
        aria-pressed={isSelected}
        title={`Show the network of ${label}`}
        onClick={() => lab.look({ selected: run })}
      >
        {label}
      </button>
      <div>
        <OneFit run={run} isBare onHold={onHold} />
      </div>
    </div>
  )
}
