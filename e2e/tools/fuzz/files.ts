// Files by chance: saved experiments, such with something wrong, and what is none; through Open, or dropped.
import fc from 'fast-check'
import { networkParts } from '../../../src/core/experiment/networkParts.ts'
import { parts } from '../../../src/core/experiment/parts.ts'
import { trainings } from '../../../src/core/export/test/randomNetwork.ts'
import { limits } from '../../../src/core/limits.ts'
import { asked } from './links.ts'
import type { Action, Stage, Watched } from './stage.ts'

/** Experiments of labs whose files name their lab. */
const any: fc.Arbitrary<object> = fc.oneof(
  { arbitrary: asked, weight: 3 },
  { arbitrary: trainings, weight: 2 },
)
const saved = any.map((experiment) => JSON.stringify(experiment))
const json = fc.json({ maxDepth: 4 })
/** An experiment with the value of a key, or of a key of a run, replaced by anything. */
const wrong = fc
  .tuple(
    any,
    fc.constantFrom(
      ...new Set([...parts, ...networkParts].map(({ name }) => name)),
      ...['colour', '__proto__', 'toString'],
    ),
    fc.jsonValue({ maxDepth: 2 }),
    fc.boolean(),
  )
  .map(([of, key, value, inRun]) => {
    const given = `"${key}":${JSON.stringify(value)}`
    const text = JSON.stringify(of)
    return inRun
      ? text.replace('{"optimizer"', `{${given},"optimizer"`)
      : `${text.slice(0, -1)},${given}}`
  })
const cut = fc
  .tuple(saved, fc.nat(1000))
  .map(([text, at]) => text.slice(0, Math.floor((at / 1000) * text.length)))
const large = fc
  .constantFrom('[', '9', '{"f":"', ' ', '{"a":')
  .map((piece) => piece.repeat(Math.ceil(limits.file.most / piece.length) + 1))
const deep = fc.nat(50_000).map((depth) => `{"f":${'['.repeat(depth)}${']'.repeat(depth)}}`)
const long = fc
  .tuple(asked, fc.constantFrom('x+', 'sin(', '-', 'a'), fc.nat(5000))
  .map(([of, piece, times]) => JSON.stringify({ ...of, f: piece.repeat(times) }))

const texts = fc.oneof(
  { arbitrary: saved, weight: 4 },
  { arbitrary: wrong, weight: 6 },
  { arbitrary: cut, weight: 2 },
  { arbitrary: json, weight: 2 },
  { arbitrary: long, weight: 1 },
  { arbitrary: deep, weight: 1 },
  { arbitrary: large, weight: 1 },
  { arbitrary: fc.constantFrom('', '\ufeff{}', 'null', '[]', '"f"', '{}', '0'), weight: 1 },
)
const binary = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))
const contents = fc.oneof(
  { arbitrary: texts.map((text) => Buffer.from(text)), weight: 9 },
  { arbitrary: binary, weight: 1 },
)
const names = fc.constantFrom(
  ...['mine.json', 'no ending', `${'long'.repeat(60)}.json`, '`a`.json', '𝒙😀.json'],
)

interface Given {
  readonly name: string
  readonly content: Buffer
}

const told = ({ name, content }: Given) => {
  const text = content.toString('utf8')
  const shown = text.length > 2000 ? `${text.slice(0, 2000)}… (${text.length} characters)` : text
  return `${name}: ${JSON.stringify(shown)}`
}

async function throughOpen({ page }: Stage, { name, content }: Given) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: content })
}

const dropped = ({ page }: Stage, { name, content }: Given, isFolder: boolean) =>
  page.evaluate(
    ([called, base64, folder]) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
      const file = new File([bytes], called)
      const text = () => Promise.reject(new DOMException('A folder', 'NotReadableError'))
      if (folder) Object.assign(file, { text })
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(file)
      // What is taken out of a transfer is a copy, unless the transfer is one's own.
      Object.defineProperty(dataTransfer, 'files', { value: [file] })
      for (const kind of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(kind, { dataTransfer, cancelable: true, bubbles: true }),
        )
    },
    [name, content.toString('base64'), isFolder] as const,
  )

/** Gives a file, and waits until the page has taken it: what is done next comes after it. */
async function giving(stage: Stage, give: () => Promise<unknown>) {
  const before = await stage.page.evaluate(() => (window as unknown as Watched).takings())
  await give()
  await stage.page.evaluate((n) => (window as unknown as Watched).taken(n), before)
}

const given = fc.record({ name: names, content: contents })

export const anyFile: fc.Arbitrary<Action> = fc.oneof(
  {
    arbitrary: given.map((one) => ({
      words: `Open takes ${told(one)}`,
      act: (stage: Stage) => giving(stage, () => throughOpen(stage, one)),
    })),
    weight: 1,
  },
  {
    arbitrary: given.map((one) => ({
      words: `dropped is ${told(one)}`,
      act: (stage: Stage) => giving(stage, () => dropped(stage, one, false)),
    })),
    weight: 3,
  },
  {
    arbitrary: names.map((name) => ({
      words: `dropped is a folder, ${name}`,
      act: (stage: Stage) =>
        giving(stage, () => dropped(stage, { name, content: Buffer.from('') }, true)),
    })),
    weight: 1,
  },
)
