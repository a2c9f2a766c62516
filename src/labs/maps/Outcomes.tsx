import { useMemo } from 'react'
import { cssOf } from '../../plot/plane/ramp.ts'
import { percent } from './names.ts'
import styles from './Outcomes.module.css'
import { colorOf, type Palette } from './palette.ts'
import { type MapPicture, sharesOf } from './picture.ts'

interface Props {
  readonly seen: readonly { readonly picture: MapPicture; readonly title: string | undefined }[]
  readonly palette: Palette | undefined
  /** All is as it is; until then some endings are estimates. */
  readonly isWhole: boolean
}

/** More are together: nobody reads them all. */
const most = 12

/** What the colours mean, and how much of each map has them. */
export function Outcomes({ seen, palette, isWhole }: Props) {
  const rows = useMemo(() => rowsOf(seen.map(({ picture }) => picture)), [seen])
  const others = rows.slice(most)
  const hasColors = seen[0]?.picture.map.show === 'outcome'
  return (
    <table className={styles.outcomes} aria-label="Outcomes">
      <thead>
        <tr>
          <th scope="col">What becomes of the run{!isWhole && ', estimated so far'}</th>
          {seen.map(({ title }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: maps are told apart by their place
            <th key={i} scope="col">
              {title ?? 'Share'}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, most).map(({ code, words, shares }) => (
          <tr key={words}>
            <th scope="row">
              {/* A value stays with its name. */}
              {hasColors && palette && (
                <svg viewBox="0 0 1 1" aria-hidden="true">
                  <rect width={1} height={1} fill={cssOf(colorOf(code, palette))} />
                </svg>
              )}
              {words.replaceAll(' = ', '\u00a0=\u00a0')}
            </th>
            <Shares shares={shares} />
          </tr>
        ))}
        {others.length > 0 && (
          <tr>
            <th scope="row">other outcomes</th>
            <Shares
              shares={seen.map((_, i) =>
                others.reduce((sum, { shares }) => sum + (shares[i] ?? 0), 0),
              )}
            />
          </tr>
        )}
      </tbody>
    </table>
  )
}

const Shares = ({ shares }: { readonly shares: readonly number[] }) =>
  shares.map((share, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: maps are told apart by their place
    <td key={i}>{percent(share)}</td>
  ))

interface Row {
  readonly words: string
  readonly code: number
  readonly shares: number[]
}

/** What happens on any of the maps, that which happens most first. */
function rowsOf(pictures: readonly MapPicture[]): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const [i, picture] of pictures.entries())
    for (const { code, words, share } of sharesOf(picture)) {
      const row = rows.get(words) ?? { words, code, shares: pictures.map(() => 0) }
      row.shares[i] = share
      rows.set(words, row)
    }
  const total = ({ shares }: Row) => shares.reduce((a, b) => a + b, 0)
  return [...rows.values()].sort((a, b) => total(b) - total(a))
}
