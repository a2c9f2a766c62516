import { createElement } from 'react'

/** A sentence in which what stands between backticks is code. */
export const WithCode = ({ children }: { readonly children: string }) =>
  createElement(
    'span',
    {},
    ...children.split('`').map((part, i) => (i % 2 ? createElement('code', {}, part) : part)),
  )
