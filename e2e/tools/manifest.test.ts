// What a browser needs of an app before it offers to install it.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface Icon {
  readonly src: string
  readonly type: string
  readonly sizes: string
  readonly purpose?: string
}

const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8'))
const icons: readonly Icon[] = manifest.icons
const page = readFileSync('index.html', 'utf8')

/** A PNG says its width and height in its first chunk. */
function sizesOf(src: string): string {
  const file = readFileSync(`public/${src}`)
  return `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`
}

describe('the installed app', () => {
  test('begins where it was installed, on any host below any path', () => {
    expect([manifest.start_url, manifest.scope]).toEqual(['./', './'])
    for (const { src } of icons) expect(src).not.toMatch(/^\/|:/)
  })

  test('says of itself what the page says', () => {
    expect(page).toContain(`<title>${manifest.name}</title>`)
    expect(page).toContain(`content="${manifest.description}"`)
  })

  test.each(icons.filter(({ type }) => type === 'image/png'))(
    '$src is as large as it says',
    (icon) => {
      expect(sizesOf(icon.src)).toBe(icon.sizes)
    },
  )

  test('has an icon of each kind that is asked for', () => {
    const kinds = icons.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`)
    expect(kinds).toEqual(
      expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
    )
  })

  test('has the colour of paper from the tokens', () => {
    const [, light, dark] =
      /--paper: light-dark\((#\w+), (#\w+)\)/.exec(readFileSync('src/styles/tokens.css', 'utf8')) ??
      []
    expect([manifest.background_color, manifest.theme_color]).toEqual([light, light])
    expect(page).toContain(`media="(prefers-color-scheme: light)" content="${light}"`)
    expect(page).toContain(`media="(prefers-color-scheme: dark)" content="${dark}"`)
  })
})
