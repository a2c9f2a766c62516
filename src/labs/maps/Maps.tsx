import { type ComponentType, useRef, useState } from 'react'
import { ExperimentError } from '../../core/experimentError.ts'
import type { PreparedMap } from '../../core/maps/prepareMap.ts'
import { useDescentLab, useDescentState } from '../../panels/lab/descents.ts'
import { useRacerNames } from '../../panels/lab/racerNames.ts'
import { Preview } from '../../panels/plot/Preview.tsx'
import { setMark } from '../../state/maps/edits.ts'
import { mapsOf } from '../../state/maps/mapsOf.ts'
import { Region } from '../../ui/place.tsx'
import { Companion } from './Companion.tsx'
import { drawnBy } from './drawnBy.ts'
import { MapBar } from './MapBar.tsx'
import { MapPlot } from './MapPlot.tsx'
import { MapProgress } from './MapProgress.tsx'
import styles from './Maps.module.css'
import { type MapPixel, outcomeInWords, placeInWords } from './names.ts'
import paletteStyles from './Palette.module.css'
import { swatchCount } from './palette.ts'
import type { SeenMap } from './picture.ts'
import { planeTurn } from './RunOnMap.tsx'
import { Theory } from './Theory.tsx'
import { useDrawings } from './useDrawings.ts'
import { usePalette } from './usePalette.ts'
import { usePreview } from './usePreview.ts'

interface Props {
  /** Shows the run at the mark, by how many variables it has. */
  readonly plots: readonly ComponentType[]
  /** Where there is room for what becomes of all runs, where nothing is set but only read; nothing until it is there. */
  readonly beside: HTMLElement | null | undefined
}

/** The maps of all runs, and the run at the mark beside them. */
export function Maps({ plots, beside }: Props) {
  const lab = useDescentLab()
  const experiment = useDescentState((state) => state.experiment)
  const names = useRacerNames(useDescentState(({ prepared }) => prepared.runs))
  const count = useDescentState(({ shown }) => shown?.prepared.loss.variables.length ?? 0)
  const maps = mapsOf(experiment)
  const { all, keys, compute, cancel } = useDrawings(lab.engine, experiment)
  const swatches = useRef<HTMLDivElement>(null)
  const palette = usePalette(swatches)
  const [pointed, point] = useState<{ readonly at: MapPixel; readonly run: number }>()
  const under = pointed && maps[pointed.run]
  const preview = usePreview(
    lab.engine,
    under && !(under instanceof ExperimentError) ? { map: under, at: pointed.at } : undefined,
  )
  const first = maps.find((map): map is PreparedMap => !(map instanceof ExperimentError))
  if (!first) return null
  const shares = all.flatMap(({ share }) => (share === undefined ? [] : [share]))
  const title = (run: number) => (maps.length > 1 ? names[run] : undefined)
  const seen = all.flatMap(({ picture }, run) =>
    picture ? [{ picture, run, title: title(run) }] : [],
  )
  const drawn = drawnBy(seen.map(({ picture }) => picture))
  /** Each is what is asked for, and all of it. */
  const isWhole = keys.every(
    (key, run) => key === '' || (all[run]?.picture?.key === key && all[run]?.picture?.share === 1),
  )
  return (
    <Region name="Map" className={styles.maps} data-reads={beside === undefined ? undefined : ''}>
      {beside === undefined && <MapBar map={first} />}
      <div ref={swatches} className={paletteStyles.palette} aria-hidden="true">
        {Array.from({ length: swatchCount }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: each is a colour by its place
          <i key={i} />
        ))}
      </div>
      <div className={styles.pictures}>
        <div className={styles.grid} data-count={maps.length}>
          {maps.map((map, run) =>
            map instanceof ExperimentError ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: runs are told apart by their place
              <p key={run} className={styles.none}>
                {title(run)}: {map.message}
              </p>
            ) : (
              <MapPlot
                // biome-ignore lint/suspicious/noArrayIndexKey: runs are told apart by their place
                key={run}
                {...{ map, run, palette }}
                picture={all[run]?.picture}
                isCurrent={all[run]?.picture?.key === keys[run]}
                title={title(run)}
                pointed={pointed?.at}
                onPoint={(at) => point(at && { at, run })}
                onMark={(pixel, about) => {
                  lab.select(run)
                  lab.change(setMark(map, run, pixel), about)
                }}
              >
                {(view) => (
                  <>
                    <Theory view={view} map={map} />
                    {preview && pointed?.run === run && planeTurn(map) === false && (
                      <Preview view={view} trace={preview} />
                    )}
                  </>
                )}
              </MapPlot>
            ),
          )}
        </div>
        <Companion Plot={plots[count - 1]} {...{ preview, seen, palette, isWhole, beside }} />
      </div>
      <div className={styles.foot}>
        <p>{reading(first, seen, pointed)}</p>
        <MapProgress
          share={shares.length ? Math.min(...shares) : undefined}
          isPartial={!isWhole}
          drawn={drawn}
          onCancel={cancel}
          onCompute={compute}
        />
      </div>
      <p role="status" className="visually-hidden">
        {isWhole && `The map is whole. ${drawn}`}
      </p>
      {all.map(
        ({ problem }, run) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: runs are told apart by their place
          problem && <p key={run}>{problem}</p>,
      )}
    </Region>
  )
}

/** What is at the pixel that someone points at. */
function reading(
  map: PreparedMap,
  seen: readonly SeenMap[],
  pointed: { readonly at: MapPixel; readonly run: number } | undefined,
): string {
  if (!pointed)
    return `Point at the map to read it; click or drag the mark to see the run there.${map.show === 'outcome' ? ' What comes later is fainter.' : ''}`
  const own = seen.find(({ run }) => run === pointed.run)?.picture
  const words = own && outcomeInWords(own, pointed.at)
  return [placeInWords(map, pointed.at), words].filter(Boolean).join(': ')
}
