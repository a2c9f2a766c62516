import { type PointerEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Moment } from '../../../core/networks/moment.ts'
import type { Architecture } from '../../../core/networks/network.ts'
import type { WeightPlace } from '../../../core/networks/places.ts'
import type { Probe } from '../../../core/networks/probe.ts'
import { cleared } from '../../../plot/canvas.ts'
import { Bar } from './Bar.tsx'
import { type Edge, edgesOf, nearestEdge } from './edges.ts'
import { Heads } from './Heads.tsx'
import { useLook } from './look.ts'
import styles from './NetworkPicture.module.css'
import { networkPainter } from './paintNetwork.ts'
import { isMomentOf } from './responses.ts'
import { UnitCard } from './UnitCard.tsx'
import { Units } from './Units.tsx'
import { useLayout } from './useLayout.ts'
import { useLookedAt } from './useLookedAt.ts'
import { networkInWords } from './words.ts'

/** What does not change with each moment, functions included, is to stay the same object: most of the picture rests then. */
interface Props {
  readonly architecture: Architecture
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  readonly probe: Probe
  /** Up to sixty a second. */
  readonly moment: Moment | undefined
  /** What is wrong with units, in words, by `layer:unit`: both count from 0, hidden layers alone. */
  readonly troubled: ReadonlyMap<string, string>
  readonly chosen: WeightPlace | undefined
  readonly onChoose: (place: WeightPlace | undefined) => void
  /** Nothing where the network is only looked at. */
  readonly onEditUnits: ((layer: number, units: number) => void) | undefined
  readonly onEditLayers: ((count: number) => void) | undefined
}

/** How near to an edge a pointer has to be (px), and a finger. */
const reach = { mouse: 8, touch: 16 }

/** A network: its units with their responses, its weights as edges, to be looked at and chosen. */
export function NetworkPicture(props: Props) {
  const { architecture, inputNames, outputNames, probe, chosen, onChoose } = props
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const swatches = useRef<HTMLDivElement>(null)
  const names = useMemo(
    () => ({ inputs: inputNames, outputs: outputNames }),
    [inputNames, outputNames],
  )
  const { layout, text, reveal } = useLayout(
    frame,
    architecture,
    names,
    props.onEditUnits !== undefined,
  )
  const edges = useMemo(() => edgesOf(architecture, layout), [architecture, layout])
  const look = useLook(swatches, text)
  const looking = useLookedAt(architecture)
  const [hovered, hover] = useState<Edge>()
  const moment =
    props.moment && isMomentOf(props.moment, architecture, probe) ? props.moment : undefined
  const [paint] = useState(networkPainter)
  const lit = looking.at
  const shownHovered = hovered && edges.includes(hovered) ? hovered : undefined
  useLayoutEffect(() => {
    if (!canvas.current || layout.width === 0) return
    const context = cleared(canvas.current, { ...layout, margins: noMargins })
    if (!moment || !look) return
    const scene = { architecture, layout, edges, probe, moment, look, lit, chosen }
    paint(context, { ...scene, hovered: shownHovered })
  }, [architecture, layout, edges, probe, moment, look, lit, chosen, shownHovered, paint])

  const edgeAt = useCallback(
    (event: PointerEvent) => {
      const { currentTarget, clientX, clientY, pointerType } = event
      if (isOnButton(event)) return undefined
      const { left, top } = currentTarget.getBoundingClientRect()
      const near = pointerType === 'touch' ? reach.touch : reach.mouse
      return nearestEdge(edges, [clientX - left, clientY - top], near)
    },
    [edges],
  )
  const { close } = looking
  const shared = { architecture, names, layout } as const
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture has no field set
    <div role="group" aria-label={networkInWords(architecture)} className={styles.network}>
      <Bar layers={architecture.hidden.length} onEdit={props.onEditLayers} />
      <div ref={frame} className={styles.frame} data-scrolls>
        <div ref={swatches} className={styles.swatches} aria-hidden="true">
          <i />
          <i />
        </div>
        <div
          className={styles.drawing}
          style={{ width: layout.width, height: layout.height }}
          data-edge={shownHovered ? '' : undefined}
          onPointerMove={(event) =>
            hover(event.pointerType === 'mouse' ? edgeAt(event) : undefined)
          }
          onPointerLeave={() => hover(undefined)}
          onPointerUp={(event) => {
            if (event.button !== 0 || isOnButton(event)) return
            close()
            onChoose(edgeAt(event)?.place)
          }}
        >
          <div aria-hidden="true">
            <canvas ref={canvas} className={styles.canvas} />
          </div>
          {layout.width > 0 && (
            <>
              <Heads {...shared} onEdit={props.onEditUnits} onReveal={reveal} />
              <Units
                {...shared}
                {...{ text, reveal, onChoose }}
                troubled={props.troubled}
                looking={looking.by}
                opened={lit}
              />
            </>
          )}
        </div>
      </div>
      {lit && look && (
        <UnitCard
          key={`${lit.column}:${lit.unit}`}
          {...{ architecture, names, probe, moment, look, chosen, onChoose }}
          unit={lit}
          trouble={props.troubled.get(`${lit.column - 1}:${lit.unit}`)}
          isPinned={looking.isPinned}
          isEntered={looking.isEntered}
          frame={frame}
          onStay={looking.by.stay}
          onLeave={looking.by.leave}
          onClose={close}
        />
      )}
    </div>
  )
}

const isOnButton = ({ target }: PointerEvent) =>
  target instanceof Element && target.closest('button') !== null

const noMargins = { top: 0, right: 0, bottom: 0, left: 0 }
