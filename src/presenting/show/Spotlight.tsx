import { useEffect, useRef } from 'react'
import styles from './Show.module.css'

/** All is dimmed but what is around the pointer. */
export function Spotlight() {
  const light = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const move = ({ clientX, clientY }: PointerEvent) => {
      light.current?.style.setProperty('--x', `${clientX}px`)
      light.current?.style.setProperty('--y', `${clientY}px`)
    }
    addEventListener('pointermove', move)
    return () => removeEventListener('pointermove', move)
  }, [])
  return <div ref={light} className={styles.light} aria-hidden="true" />
}
