using RegCls.Cli.CommandLine;

return await RegClsCommand.InvokeAsync(args, Terminal.OfProcess(), Directory.GetCurrentDirectory(), CancellationToken.None).ConfigureAwait(false);
