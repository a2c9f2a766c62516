/** What an address says that means a lab; the page asks for the lab's files by it before its own code is here. */
export const labPattern = (id: string): string => `^#?/?${id}/?(\\?|$)`
