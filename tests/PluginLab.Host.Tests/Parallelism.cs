// Each test has folders and processes of its own; most of the time is spent waiting for those, so that more go on at once than there are processors.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]
