import { useCallback, useMemo, useRef, useState } from 'react'
import type { Moment } from '../../../core/networks/moment.ts'
import type { Probe } from '../../../core/networks/probe.ts'
import { plain } from '../../../core/number.ts'
import { Axes } from '../../../plot/Axes.tsx'
import { useSize } from '../../../plot/useSize.ts'
import { Painted } from '../Painted.tsx'
import styles from './Card.module.css'
import type { Look } from './look.ts'
import { enlargedView, responsePainter } from './paintResponse.ts'
import { extentOf, type Response, sizeOfExtent } from './responses.ts'
import { usePaced } from './usePaced.ts'
import type { Names } from './words.ts'

interface Props {
  readonly probe: Probe
  readonly look: Look
  readonly names: Names
  readonly response: Response
  /** What the response is of: with it, it changes. */
  readonly moment: Moment
}

/** The response of a unit, with axes. */
export function UnitPlot({ probe, look, names, response, moment }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const [painter] = useState(responsePainter)
  const view = useMemo(() => {
    void moment // whose numbers the response reads
    return enlargedView(size, probe, response)
  }, [size, probe, response, moment])
  const paint = useCallback(
    (context: CanvasRenderingContext2D) => painter(context, view, { probe, response, look }),
    [painter, view, probe, response, look],
  )
  const extent = usePaced(useMemo(() => extentOf(response), [response]))
  const full = plain(sizeOfExtent(extent), 3)
  const [first, second] = probe.window.length > 0 ? names.inputs : ['response']
  return (
    <div className={styles.response}>
      <div ref={frame} className={styles.plot}>
        <div aria-hidden="true">
          <Painted view={view} paint={paint} />
        </div>
        <svg
          width={size.width}
          height={size.height}
          role="img"
          aria-label={`Response, from ${plain(extent.least, 3)} to ${plain(extent.most, 3)}`}
        >
          {size.width > 0 && (
            <Axes
              view={view}
              {...(first && { xLabel: first })}
              {...(probe.inputs === 2 && second && { yLabel: second })}
            />
          )}
        </svg>
      </div>
      {probe.inputs === 2 && (
        <p className={styles.scale} aria-hidden="true">
          −{full} <i className={styles.ramp} /> {full}
        </p>
      )}
    </div>
  )
}
