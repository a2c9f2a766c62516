import { useLayoutEffect, useRef } from 'react'
import { typeset, useKatex } from './katex.ts'

interface Props {
  readonly latex: string
  /** What stands there until KaTeX has come, and what screen readers say. */
  readonly text: string
}

/** A formula. */
export function Tex({ latex, text }: Props) {
  const katex = useKatex()
  const element = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (katex && element.current) typeset(katex, latex, element.current)
  }, [katex, latex])
  return (
    <>
      <span className="visually-hidden">{text}</span>
      {katex ? <span aria-hidden="true" ref={element} /> : <span aria-hidden="true">{text}</span>}
    </>
  )
}
