// What is done on the host of the repository.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

interface Workflow {
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly strategy?: { readonly matrix: { readonly node: readonly string[] } }
  readonly steps: readonly Step[]
}

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
}

const folder = '.github/workflows'
const names = readdirSync(folder)
const textOf = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
const read = (name: string): Workflow => parse(textOf(name))
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps)
const { engines, scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

describe.each(names)('%s', (name) => {
  test('reads the repository, no more unless a job asks, and knows no secret', () => {
    expect(read(name).permissions).toEqual({ contents: 'read' })
    expect(textOf(name)).not.toContain('secrets.')
  })

  test('takes the actions of the host alone, each by its major version', () => {
    for (const { uses } of stepsOf(read(name)))
      if (uses) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/)
  })
})

test('the tests are run by the README’s command, on the oldest Node that is allowed too', () => {
  const workflow = read('test.yml')
  const [command] = stepsOf(workflow).flatMap(({ run = [] }) => run)
  expect(readFileSync('README.md', 'utf8')).toContain(`\n${command} `)
  const { node } = workflow.jobs.test?.strategy?.matrix ?? { node: [] }
  expect(engines.node).toBe(`>=${node[0]}`)
  expect(Number(node.at(-1))).toBeGreaterThan(Number(node[0]))
})

test('the pages are what the build gives', () => {
  const steps = stepsOf(read('pages.yml'))
  const [command = ''] = steps.flatMap(({ run = [] }) => run)
  expect(scripts.start).toContain(command.replace('npm ci && npx ', ''))
  const [published] = steps.filter(({ uses }) => uses?.includes('upload-pages-artifact'))
  expect(published?.with?.path).toBe('dist')
})
