import { useLayoutEffect, useRef } from 'react'
import { arrival } from '../../ui/parts/arrival.ts'
import styles from './CurvePlot.module.css'

const morphing = arrival(async () => (await import('../../plot/curve/morph.ts')).morph)
/** With a function the size of the plot may change, a little later (ms): what is on its way goes there then. */
const settling = 500
const calm = matchMedia('(prefers-reduced-motion: reduce)')

interface Props {
  /** As an SVG path. */
  readonly path: string
  /** What it is of: another function takes the place of one, another view of the same does not. */
  readonly of: string
}

/** The curve; it becomes that of another function before one's eyes. */
export function CurveLine({ path, of }: Props) {
  const line = useRef<SVGPathElement>(null)
  const last = useRef({ path, of, until: 0 })
  useLayoutEffect(() => {
    const before = last.current
    const now = performance.now()
    const until = before.of === of ? before.until : now + settling
    last.current = { path, of, until }
    const element = line.current
    if (!element || !before.path || now >= until || calm.matches) return
    let end = () => before.path
    let isLeft = false
    element.setAttribute('d', before.path)
    morphing.soon().then(
      (morph) => {
        if (!isLeft) end = morph(element, before.path, path)
      },
      () => isLeft || element.setAttribute('d', path),
    )
    return () => {
      isLeft = true
      last.current.path = end()
    }
  }, [path, of])
  return <path ref={line} className={styles.curve} d={path} />
}
