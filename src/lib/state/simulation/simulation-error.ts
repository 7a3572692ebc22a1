export type SimulationErrorCode =
  /** The caller's signal was aborted. */
  | 'cancelled'
  /** The worker died, or what it said could not be read. */
  | 'worker_failed'
  /** The simulation itself broke off. */
  | 'simulation_failed';

/** Why there is no answer to an order. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError';
  readonly code: SimulationErrorCode;

  constructor(code: SimulationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
