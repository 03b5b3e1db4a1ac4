using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RegCls.Cli.Lint;

/// <summary>Statements and declarations a script submission cannot hold, or holds in one host only.</summary>
internal static partial class StatementRules
{
    /// <summary>Checks the top level of a cell.</summary>
    /// <param name="root">The cell.</param>
    /// <param name="report">Gets what is wrong.</param>
    public static void Check(CompilationUnitSyntax root, LintReport report)
    {
        foreach (var declaration in root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
        {
            report(PortableSubset.LineOf(declaration), $"the cell declares the namespace {declaration.Name}", "declare its types without a namespace, or put them into the library");
        }

        foreach (var parameter in root.DescendantNodes().OfType<ParameterSyntax>().Where(parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword)))
        {
            ReportExtension(parameter);
        }

        foreach (var block in root.DescendantNodes().Where(node => node.IsKind(SyntaxKind.ExtensionBlockDeclaration)))
        {
            ReportExtension(block);
        }

        // At the top level a script takes `using var x` for a broken import, so there is no node of its own to look for.
        foreach (var token in root.DescendantTokens(descendIntoTrivia: true).Where(token => token.IsKind(SyntaxKind.UsingKeyword)
            && token.Parent is UsingDirectiveSyntax { SemicolonToken.IsMissing: true } or SkippedTokensTriviaSyntax))
        {
            if (UsingDeclaration().IsMatch(root.GetText().ToString(TextSpan.FromBounds(token.SpanStart, root.FullSpan.End))))
            {
                report(token.GetLocation().GetLineSpan().StartLinePosition.Line + 1, "`using var …;` stands at the top level of the cell", "write `using (var … = …) { … }` or dispose it yourself");
            }
        }

        foreach (var member in root.Members)
        {
            CheckTopLevel(member, report);
        }

        void ReportExtension(SyntaxNode node) =>
            report(PortableSubset.LineOf(node), "the cell declares an extension method", "write a plain method and call it with its argument, or put it into the library");
    }

    private static void CheckTopLevel(MemberDeclarationSyntax member, LintReport report)
    {
        switch (member)
        {
            case GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local }:
                CheckSpan(local.Declaration, report);
                break;
            case FieldDeclarationSyntax field:
                CheckSpan(field.Declaration, report);
                break;
            case GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: false } statement } when IsValueOnly(statement.Expression):
                report(PortableSubset.LineOf(member), $"the statement `{statement.ToString().Trim()}` does nothing", "remove its `;` if it is the value the cell shows, else remove it");
                break;
            default:
                break;
        }
    }

    private static bool IsValueOnly(ExpressionSyntax expression) => expression is not (
        AssignmentExpressionSyntax or InvocationExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax or ConditionalAccessExpressionSyntax)
        && expression.Kind() is not (SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression or SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression);

    private static void CheckSpan(VariableDeclarationSyntax declaration, LintReport report)
    {
        var type = declaration.Type as GenericNameSyntax ?? (declaration.Type as QualifiedNameSyntax)?.Right as GenericNameSyntax;
        var isSpan = IsSpan(type) || (declaration.Type.IsVar && declaration.Variables.Any(variable => variable.Initializer?.Value is { } value && MakesSpan(value)));
        if (isSpan)
        {
            report(PortableSubset.LineOf(declaration), "a Span is declared at the top level of the cell, where variables are fields", "keep the array or Memory there and take the Span inside a method or a block");
        }
    }

    private static bool MakesSpan(ExpressionSyntax value) => value switch
    {
        StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax => true,
        ObjectCreationExpressionSyntax creation => IsSpan(creation.Type as GenericNameSyntax),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.Identifier.Text is "AsSpan",
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text is "Span",
        _ => false,
    };

    private static bool IsSpan(GenericNameSyntax? type) => type?.Identifier.Text is "Span" or "ReadOnlySpan";

    [GeneratedRegex(@"\Ausing\s+[\w.<>,\[\]? ]+\s\w+\s*=")]
    private static partial Regex UsingDeclaration();
}
