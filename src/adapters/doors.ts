/**
 * Doors of the web server: by its path, what takes in what a platform posts there. A platform’s door opens when it
 * starts, and checks for itself who posts.
 */
export type Doors = Map<string, (request: Request) => Promise<Response>>
