/** What is written in the lessons, by their files: all in one piece, since the contents say something of each. */
export const texts: Readonly<Record<string, string>> = import.meta.glob<string>('./texts/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
