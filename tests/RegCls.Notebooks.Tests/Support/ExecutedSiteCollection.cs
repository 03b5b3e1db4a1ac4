namespace RegCls.Notebooks.Tests.Support;

/// <summary>The tests that look at the one executed site.</summary>
[CollectionDefinition(Name)]
public sealed class ExecutedSiteCollection : ICollectionFixture<ExecutedSite>, ICollectionFixture<Browser>
{
    public const string Name = "executed site";
}
