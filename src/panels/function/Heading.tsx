import { useRef } from 'react'
import { latex } from '../../core/language/latex/latex.ts'
import { plainLeaf } from '../../core/language/latex/symbol.ts'
import { print } from '../../core/language/print.ts'
import { useKatex } from '../../ui/formula/katex.ts'
import { Tex } from '../../ui/formula/Tex.tsx'
import { useShrunk } from '../../ui/formula/useShrunk.ts'
import { useDescentState } from '../lab/descents.ts'
import styles from './FunctionBar.module.css'

/** What is shown, typeset. */
export function Heading() {
  const written = useDescentState(({ shown }) => shown?.prepared.loss.written)
  const variables = useDescentState(({ shown }) => shown?.prepared.loss.variables.join(', '))
  const heading = useRef<HTMLHeadingElement>(null)
  const formula = written
    ? `f(${variables}) = \\displaystyle ${latex(written, { leaf: plainLeaf })}`
    : ''
  const katex = useKatex()
  useShrunk(heading, formula, katex)
  if (!written) return null
  return (
    <h1 ref={heading} className={katex ? undefined : styles.heading}>
      <Tex katex={katex} latex={formula} text={`f(${variables}) = ${print(written)}`} />
    </h1>
  )
}
