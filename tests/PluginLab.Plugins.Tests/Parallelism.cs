// Experiments are pure functions of their context, and runs that tests share are made once behind a lock: fixtures need not wait for one another.
[assembly: Parallelizable(ParallelScope.Fixtures)]
