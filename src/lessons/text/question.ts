// A question: what is asked, how it is answered, and below `::explanation` what is said then.
//
//     :::question{of=x@1 within=0.05}        a number
//     :::question{place=x@1 within=0.2}      a point on the plot
//     :::question{ending=outcome}            how the run ends
//     :::question                            one of a list: - [x] right, - [ ] wrong
import type { List, ListItem, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { readFact } from '../facts/fact.ts'
import type { Option, Question } from './lesson.ts'
import { inLineOf, LessonError, said } from './nodes.ts'

export function readQuestion(node: ContainerDirective): Question {
  const { of, place, ending, within, before, ...others } = said(node)
  const [other] = Object.keys(others)
  if (other !== undefined) throw new LessonError(`A question knows no \`${other}\``, node)
  const children = node.children as readonly RootContent[]
  const list = children.find((child): child is List => child.type === 'list' && isOfOptions(child))
  const cut = children.findIndex(isCut)
  if (cut < 0)
    throw new LessonError(
      'A question is followed by its explanation, below a line `::explanation`',
      node,
    )
  const asked = {
    prompt: children.slice(0, cut).filter((child) => child !== list),
    explanation: children.slice(cut + 1),
    ...(before !== undefined && { before }),
  }
  const wide = Number(within)
  const factOf = (text: string) => inLineOf(node, () => readFact(text))
  if (list) {
    const options = list.children.map(optionOf)
    if (options.filter(({ isRight }) => isRight).length !== 1)
      throw new LessonError(
        'Of the answers of a question exactly one is marked as right: `- [x] …`',
        list,
      )
    return { ...asked, kind: 'choice', options }
  }
  if (ending !== undefined) return { ...asked, kind: 'outcome', fact: factOf(ending) }
  const fact = of ?? place
  if (fact === undefined || !(wide > 0))
    throw new LessonError(
      'A question has a list of answers, or says `of=x@1 within=0.1`, `place=x@1 within=0.1` or `ending=outcome`',
      node,
    )
  return {
    ...asked,
    kind: of === undefined ? 'place' : 'number',
    fact: factOf(fact),
    within: wide,
  }
}

const isCut = (node: RootContent) => node.type === 'leafDirective' && node.name === 'explanation'

const mark = /^\[([ x])\]\s+/

const isOfOptions = ({ children: [first] }: List) => mark.test(beginningOf(first))

function beginningOf(item: ListItem | undefined): string {
  const [paragraph] = item?.children ?? []
  const [text] = paragraph?.type === 'paragraph' ? paragraph.children : []
  return text?.type === 'text' ? text.value : ''
}

function optionOf(item: ListItem): Option {
  const [paragraph, ...because] = item.children
  const [, sign] = mark.exec(beginningOf(item)) ?? []
  if (paragraph?.type !== 'paragraph' || !sign)
    throw new LessonError(
      'Each answer of a question begins with `[x]` if it is right, else `[ ]`',
      item,
    )
  const [text, ...rest] = paragraph.children
  const first = { ...text, value: beginningOf(item).replace(mark, '') } as PhrasingContent
  return { isRight: sign === 'x', words: [first, ...rest], because }
}
