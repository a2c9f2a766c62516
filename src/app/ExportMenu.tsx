import { csvOf, download, jsonOf } from '../state/files.ts'
import type { Lab } from '../state/lab.ts'
import { Menu } from '../ui/Menu.tsx'

type Saving = typeof import('../panels/saving.ts')

/** Everything that can be taken away. */
export function ExportMenu({ lab }: { readonly lab: Lab }) {
  const later = (save: (saving: Saving) => void | Promise<void>) => async () => {
    try {
      await save(await import('../panels/saving.ts'))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      lab.store.setState({ problems: [`Nothing could be saved: ${reason}`] })
    }
  }
  return (
    <Menu
      label="Export"
      items={[
        {
          name: 'CSV',
          hint: 'every point with its loss and gradient',
          onSelect: () => download('descent.csv', csvOf(lab)),
        },
        {
          name: 'JSON',
          hint: 'this experiment, for Open',
          onSelect: () => download('descent.json', jsonOf(lab)),
        },
        {
          name: 'PyTorch',
          hint: 'a script that prints the same points',
          onSelect: later(({ saveTorch }) => saveTorch(lab)),
        },
        {
          name: 'SVG',
          hint: 'the plot, for print',
          onSelect: later(({ saveSvg }) => saveSvg(lab)),
        },
        {
          name: 'PNG',
          hint: 'the plot, for slides',
          onSelect: later(({ savePng }) => savePng(lab)),
        },
        {
          name: 'LaTeX',
          hint: 'the rule, general and with this step’s numbers',
          onSelect: later(({ saveLatex }) => saveLatex(lab)),
        },
      ]}
    />
  )
}
