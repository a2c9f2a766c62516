// What is read off the nodes of a text.
import type { Nodes, RootContent } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import type { Claim } from '../facts/claim.ts'
import { readClaim } from '../facts/claim.ts'

/** Something in a lesson cannot be read. */
export class LessonError extends Error {
  constructor(words: string, where?: Nodes) {
    const line = where?.position?.start.line
    super(line === undefined ? words : `Line ${line}: ${words}`)
  }
}

/** The words of a node, without what they are marked with. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(plainText).join('') : ''
}

/** The attributes of a directive. */
export const said = ({ attributes }: Directives): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(attributes ?? {}).map(([name, value]) => [name, value ?? '']))

/** What is read of a node; what is wrong with it is said with its line. */
export function inLineOf<T>(node: Nodes, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof Error ? new LessonError(error.message, node) : error
  }
}

/** Everything that some nodes claim, in their order. */
export const claimsIn = (nodes: readonly RootContent[]): readonly Claim[] =>
  nodes.flatMap((node): readonly Claim[] => {
    if (node.type === 'textDirective' && node.name === 'claim')
      return [inLineOf(node, () => readClaim(plainText(node), said(node)))]
    return 'children' in node ? claimsIn(node.children as readonly RootContent[]) : []
  })
