/** Whether a text is on the clipboard now. Pages without HTTPS have no clipboard, and permission may be denied. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
