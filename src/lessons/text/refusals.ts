// What a text holds that no lesson has: it is refused, since to leave it out would leave whoever wrote it wondering.
import type { Nodes, RootContent } from 'mdast'
import { LessonError } from './nodes.ts'

/** What stands by itself in a lesson, by how it is written. */
const known = {
  containerDirective: ['goals', 'question', 'exercise', 'sources'],
  leafDirective: ['scene'],
} as const
const marks = { containerDirective: ':::', leafDirective: '::' } as const

/** @throws LessonError at the first directive that no lesson has */
export function refuseStrangers(children: readonly RootContent[]): void {
  for (const node of children) {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') continue
    if ((known[node.type] as readonly string[]).includes(node.name)) continue
    const all = Object.entries(known).flatMap(([type, names]) =>
      names.map((name) => `\`${marks[type as keyof typeof known]}${name}\``),
    )
    const written = `\`${marks[node.type]}${node.name.slice(0, 40)}\``
    throw new LessonError(
      node.name === 'explanation'
        ? `${written} stands in a question`
        : `A lesson knows no ${written}: there are ${all.join(', ')}`,
      node,
    )
  }
}

/** Lists in lists in lists: more than anyone reads, and so many that a browser can still lay them out. */
const deepest = 24

/** @throws LessonError where parts lie in parts without end */
export function refuseDepths(node: Nodes, depth = 0): void {
  if (depth > deepest)
    throw new LessonError('Lists and quotations lie too deep within each other here', node)
  if ('children' in node) for (const child of node.children) refuseDepths(child, depth + 1)
}
