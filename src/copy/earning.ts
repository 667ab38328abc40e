/** Posts beside missing points. */
export const earning = {
  title: '做这些岗位，赶得上提前报',
  points: (points: number) => `+${points} 分`,
  free: (title: string, free: number) => `${title} 还差 ${free} 人`,
  /** what this one post does about the points that are missing; several are never promised together */
  brings: (points: number, missing: number) =>
    points >= missing ? '做完这 1 次就够' : `做完这次还差 ${missing - points} 分`,
} as const
