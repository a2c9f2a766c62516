// From the text of a lesson to its parts. Whoever writes one is told in a sentence what is wrong with it, and in which line.
import type { Heading, RootContent } from 'mdast'
import {
  type ContainerDirective,
  directiveFromMarkdown,
  type LeafDirective,
} from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { mathFromMarkdown } from 'mdast-util-math'
import { directive } from 'micromark-extension-directive'
import { math } from 'micromark-extension-math'
import { type PanelName, panels } from '../../panels/lab/arrangement.tsx'
import type { Block, Exercise, Lesson, SceneOfStep, Step } from './lesson.ts'
import { LessonError, plainText, said } from './nodes.ts'
import { readQuestion } from './question.ts'
import { refuseDepths, refuseStrangers } from './refusals.ts'

/** What stands beside the words where a step does not say it. */
const usualPanels: readonly PanelName[] = ['plot', 'time', 'controls', 'outcome']

/**
 * Reads a lesson.
 * @throws LessonError with one sentence for whoever writes it
 */
export function parseLesson(text: string): Lesson {
  const root = fromMarkdown(text, {
    extensions: [directive(), math()],
    mdastExtensions: [directiveFromMarkdown(), mathFromMarkdown()],
  })
  const { children } = root
  refuseDepths(root)
  refuseStrangers(children)
  const title = children.find((node) => node.type === 'heading' && node.depth === 1)
  if (!title)
    throw new LessonError('A lesson begins with its title, a line such as `# The soda can`')
  const isStep = (node: RootContent) => node.type === 'heading' && node.depth === 2
  const first = children.findIndex(isStep)
  if (first < 0)
    throw new LessonError(
      'A lesson has steps: each begins with a line such as `## One step by hand`',
    )
  const isApart = (node: RootContent) =>
    node.type === 'containerDirective' && ['goals', 'exercise', 'sources'].includes(node.name)
  const apart = new Map(
    children
      .filter(isApart)
      .map((node) => [(node as ContainerDirective).name, node as ContainerDirective]),
  )
  const part = (name: string) => apart.get(name)?.children as readonly RootContent[] | undefined
  return {
    title: plainText(title),
    summary: children.slice(0, first).filter((node) => node !== title && !isApart(node)),
    goals: part('goals') ?? [],
    steps: stepsOf(children.slice(first).filter((node) => !isApart(node))),
    exercise: exerciseOf(apart.get('exercise')),
    sources: part('sources') ?? [],
  }
}

function exerciseOf(node: ContainerDirective | undefined): Exercise {
  const { solution } = node ? said(node) : {}
  if (!node || !solution)
    throw new LessonError(
      'A lesson has an exercise: `:::exercise{solution="#/curve?…"}`, its text, `:::`',
      node,
    )
  return { text: node.children as readonly RootContent[], solution }
}

/** The nodes behind each heading of a step, up to the next. */
function sectionsOf(nodes: readonly RootContent[]) {
  const sections: { readonly heading: Heading; readonly nodes: RootContent[] }[] = []
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 2) sections.push({ heading: node, nodes: [] })
    else sections.at(-1)?.nodes.push(node)
  }
  return sections
}

/** A step that names no scene goes on with the one before it. */
function stepsOf(nodes: readonly RootContent[]): readonly Step[] {
  let scene: SceneOfStep | undefined
  return sectionsOf(nodes).map((section): Step => {
    const title = plainText(section.heading)
    const said = section.nodes.filter(isScene)
    if (said.length > 1) throw new LessonError('A step has one scene', said[1])
    scene = said[0] ? sceneOf(said[0]) : scene
    if (!scene)
      throw new LessonError(
        'The first step has a scene: `::scene{link="#/curve?…"}`',
        section.heading,
      )
    return { title, scene, blocks: blocksOf(section.nodes.filter((node) => !isScene(node))) }
  })
}

const isScene = (node: RootContent): node is LeafDirective =>
  node.type === 'leafDirective' && node.name === 'scene'

function blocksOf(nodes: readonly RootContent[]): readonly Block[] {
  const blocks: Block[] = []
  let prose: RootContent[] | undefined
  for (const node of nodes) {
    if (node.type === 'containerDirective' && node.name === 'question') {
      blocks.push({ kind: 'question', question: readQuestion(node) })
      prose = undefined
    } else if (prose) prose.push(node)
    else {
      prose = [node]
      blocks.push({ kind: 'prose', nodes: prose })
    }
  }
  return blocks
}

function sceneOf(node: LeafDirective): SceneOfStep {
  const { link, panels: named } = said(node)
  if (!link) throw new LessonError('A scene has a link: `::scene{link="#/curve?…"}`', node)
  const wanted = named?.split(/[ ,]+/) ?? usualPanels
  const other = wanted.find((name) => !(panels as readonly string[]).includes(name))
  if (other)
    throw new LessonError(
      `A scene knows no panel \`${other}\`: there are ${panels.join(', ')}`,
      node,
    )
  return { link, panels: wanted as readonly PanelName[] }
}
