// lessons/page/: the pages of lessons: contents, a lesson, its steps with their scenes, and its end.
//
// Words of a lesson, from the nodes of its text.
import type { Nodes, RootContent } from 'mdast'
import { Fragment, type ReactNode, useRef } from 'react'
import { useKatex } from '../../ui/formula/katex.ts'
import { Tex } from '../../ui/formula/Tex.tsx'
import { useShrunk } from '../../ui/formula/useShrunk.ts'
import { equationsIn } from '../text/equations.ts'
import { spoken, spokenText } from '../text/spoken.ts'
import styles from './Prose.module.css'

/** What some nodes say. What no lesson has is shown as the words that it is made of. */
export const Prose = ({ nodes }: { readonly nodes: readonly RootContent[] }): ReactNode =>
  inside(nodes)

const inside = (nodes: readonly Nodes[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: nodes of a text are told apart by their place
  nodes.map((node, i) => <Fragment key={i}>{elementOf(node)}</Fragment>)

function elementOf(node: Nodes): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'inlineMath':
      return <Inline latex={node.value} />
    case 'math':
      return <Display latex={node.value} />
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return <Code>{node.value}</Code>
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'image':
      return node.alt
  }
  if (!('children' in node)) return 'value' in node ? node.value : null
  const children = inside(node.children)
  switch (node.type) {
    case 'paragraph':
      return <p>{children}</p>
    case 'emphasis':
      return <em>{children}</em>
    case 'strong':
      return <strong>{children}</strong>
    case 'blockquote':
      return <blockquote>{children}</blockquote>
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{children}</ol> : <ul>{children}</ul>
    case 'listItem':
      return <li>{isTight(node.children) ? inside(wordsOf(node.children)) : children}</li>
    case 'heading':
      return <h2>{children}</h2>
    case 'link':
      return (
        <Link url={node.url} words={spokenText(node)}>
          {children}
        </Link>
      )
    case 'textDirective':
      return node.name === 'claim' ? (
        <span className={styles.claim}>{children}</span>
      ) : (
        [`:${node.name}`, children]
      )
    default:
      return children
  }
}

/** An item of one paragraph is that paragraph's words. */
const isTight = ([first, ...rest]: readonly Nodes[]) =>
  first?.type === 'paragraph' && rest.every(({ type }) => type === 'list')
const wordsOf = ([first, ...rest]: readonly Nodes[]): readonly Nodes[] =>
  first && 'children' in first ? [...first.children, ...rest] : rest

/** Lessons lead to labs and lessons; an address elsewhere is something to read: a hall may have no network. */
const Link = (props: {
  readonly url: string
  readonly words: string
  readonly children: ReactNode
}) => {
  if (props.url.startsWith('#/')) return <a href={props.url}>{props.children}</a>
  return props.words === props.url ? props.children : [props.children, ` (${props.url})`]
}

const Inline = ({ latex }: { readonly latex: string }) => (
  <Tex katex={useKatex()} latex={latex} text={spoken(latex)} />
)

/** A formula in a line of its own, as small as the line is narrow. */
function Display({ latex }: { readonly latex: string }) {
  const katex = useKatex()
  const line = useRef<HTMLDivElement>(null)
  useShrunk(line, latex, katex)
  return (
    <div ref={line} className={styles.display}>
      {equationsIn(latex).map((equation) => (
        <span key={equation} className={styles.equation}>
          <Tex katex={katex} latex={`\\displaystyle ${equation}`} text={spoken(equation)} />
        </span>
      ))}
    </div>
  )
}

/** Long lines are scrolled, by keys too. */
const Code = ({ children }: { readonly children: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
  <pre tabIndex={0} data-scrolls>
    <code>{children}</code>
  </pre>
)
