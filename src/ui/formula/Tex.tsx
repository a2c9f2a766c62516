import { useLayoutEffect, useRef } from 'react'
import { type Katex, typeset } from './katex.ts'

interface Props {
  /** Once it is there. */
  readonly katex: Katex | undefined
  readonly latex: string
  /** What stands there until KaTeX has come, and what screen readers say. */
  readonly text: string
}

/** A formula. */
export function Tex({ katex, latex, text }: Props) {
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
