const { TestEnvironment } = require('jest-environment-jsdom')

/** jsdom has no fetch of its own; the tests of the built mini-program talk to a real server. */
module.exports = class extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    Object.assign(this.global, { fetch, Response, Request, Headers })
  }
}
