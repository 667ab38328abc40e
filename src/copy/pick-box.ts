/** The two buttons of a picker where the platform does not name them. */
export const pickBox = { okText: '就这个', cancelText: '先不改' } as const
