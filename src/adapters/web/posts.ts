import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Doors } from '../doors.ts'

/** More than any platform posts, in bytes. */
const MOST_BYTES = 1_000_000

/** Takes posts in at the doors that are open at that moment. */
export const posts = (doors: Doors): Hono =>
  new Hono().post('*', bodyLimit({ maxSize: MOST_BYTES }), (c, next) => {
    const door = doors.get(c.req.path)
    return door ? door(c.req.raw) : next()
  })
