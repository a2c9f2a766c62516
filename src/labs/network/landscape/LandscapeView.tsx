// labs/network/landscape/: the loss of the network over a plane through its parameters, with the paths of the race on it.
import { pointer } from 'd3'
import { type MouseEvent, useCallback, useMemo, useRef } from 'react'
import type { Landscape } from '../../../core/landscape/landscape.ts'
import { useTheme } from '../../../panels/lab/useTheme.ts'
import { useRamp } from '../../../panels/plot/useRamp.ts'
import { Axes } from '../../../plot/Axes.tsx'
import { TrailCanvas } from '../../../plot/paths/TrailCanvas.tsx'
import type { Pen } from '../../../plot/paths/trail.ts'
import { paintGround } from '../../../plot/plane/heights.ts'
import swatches from '../../../plot/plane/Legend.module.css'
import { Legend } from '../../../plot/plane/Legend.tsx'
import { useSize } from '../../../plot/useSize.ts'
import { marginsFor, viewOf } from '../../../plot/view.ts'
import type { PictureSource } from '../offered.ts'
import { Painted } from '../Painted.tsx'
import { Controls, type PlaneKind } from './Controls.tsx'
import styles from './Landscape.module.css'
import { Moments } from './Moments.tsx'
import { PathsLayer } from './PathsLayer.tsx'
import { beginningOf, momentAt, plotPaths } from './paths.ts'
import { noMistakes, usePicture } from './usePicture.ts'
import type { Slice } from './useSlice.ts'
import { useSource } from './useSource.ts'
import {
  lowestInWords,
  measuredInWords,
  outsideInWords,
  pathInWords,
  planeTitles,
} from './words.ts'

interface Props {
  /** What is known of it. */
  readonly slice: Slice | undefined
  /** Of what is computed; nothing while nobody computes. */
  readonly share: number | undefined
  /** Why there is no more of it. */
  readonly problem?: string | undefined
  /** Of the racers, in the order of the paths. */
  readonly names: readonly string[]
  /** The moment that is shown, as an index of the paths' points; between whole numbers while it plays. */
  readonly here: number
  readonly plane: PlaneKind
  /** Whether heights are told apart by ratios instead of differences. */
  readonly log: boolean
  readonly onPlane: (plane: PlaneKind) => void
  readonly onCancel: () => void
  readonly onCompute: () => void
  readonly onRedraw: () => void
  readonly onSeek: (moment: number) => void
  /** Takes what makes a picture of it to keep; the same function throughout. */
  readonly onPicture: (source: PictureSource) => () => void
}

/** In ems. */
const room = { top: 0.8, right: 6.2, bottom: 2, left: 4.6 }
const aboveLegend = 1.3
const nowhere = { x: [-1, 1], y: [-1, 1] } as const
const nobody: Slice['paths'] = []
/** A click so near to a point of a path (in pixels) means it. */
const reach = 14

const lineWidth = 0.75

export function LandscapeView(props: Props) {
  const { slice, names, log, onSeek } = props
  const box = useRef<HTMLDivElement>(null)
  const swatch = useRef<HTMLElement>(null)
  const size = useSize(box)
  const theme = useTheme()
  const window = slice?.window ?? nowhere
  const projected = slice?.paths ?? nobody
  const titles = useMemo(() => planeTitles(slice?.explained), [slice?.explained])
  const view = useMemo(() => viewOf(size, window, marginsFor(size.text, room)), [size, window])
  const paths = useMemo(() => plotPaths(projected, names), [projected, names])
  const beginning = useMemo(() => beginningOf(view, paths, titles), [view, paths, titles])
  const heights = slice?.heights?.[log ? 'logarithmic' : 'even']
  const colors = useRamp(swatch, (heights?.levels.values.length ?? 0) + 1)
  const ground = useCallback(
    (pen: Pen) => {
      if (heights && colors) paintGround(pen, heights, view, { ...colors, lineWidth })
    },
    [view, heights, colors],
  )
  const here = useSource(props.here)
  usePicture(props.onPicture, box, { view, ground, paths, here })
  const seek = (event: MouseEvent<SVGElement>) => {
    const moment = momentAt(paths, view, pointer(event), reach)
    if (moment !== undefined) onSeek(moment)
  }
  const { width, height } = view
  const count = Math.max(0, ...paths.map(({ x }) => x.length))
  return (
    <div className={styles.landscape}>
      <Controls {...props} />
      <div ref={box} className={styles.picture}>
        <i ref={swatch} className={swatches.swatch} aria-hidden="true" />
        <div aria-hidden="true">
          <Painted view={view} paint={ground} className={styles.layer} />
        </div>
        <svg className={styles.back} width={width} height={height} aria-hidden="true">
          {width > 0 && <Axes view={view} xLabel={titles.x} yLabel={titles.y} />}
          {heights && colors && (
            <Legend
              view={view}
              levels={heights.levels}
              colors={colors.colors}
              name="loss"
              above={aboveLegend}
            />
          )}
        </svg>
        <TrailCanvas {...{ view, paths, theme }} corrected={noMistakes} playhead={here} />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the range below is the keyboard's way */}
        <svg
          className={styles.front}
          {...{ width, height }}
          role="img"
          aria-label={pictureInWords(names, projected, heights)}
          onClick={seek}
        >
          <PathsLayer {...{ view, paths, beginning, here }} />
        </svg>
      </div>
      {count > 1 && <Moments count={count} here={props.here} onSeek={onSeek} />}
      <p role="status" className="visually-hidden">
        {slice?.share === 1 && 'The loss landscape is computed.'}
      </p>
      <p className={styles.note}>{props.problem ?? (slice && noteOf(slice, heights))}</p>
    </div>
  )
}

function pictureInWords(
  names: readonly string[],
  paths: Slice['paths'],
  heights: Landscape | undefined,
): string {
  const sentences = paths.map((path, run) => pathInWords(names[run] ?? '', path, heights))
  return ['Loss landscape with the paths on it.', ...sentences].filter(Boolean).join(' ')
}

const noteOf = ({ paths, measured }: Slice, heights: Landscape | undefined) =>
  [heights && lowestInWords(heights), outsideInWords(paths), measuredInWords(measured)]
    .filter(Boolean)
    .join(' ')
